import { beforeEach, expect, it } from 'vitest';
import { recordEvents } from '@/lib/db/history/events';
import type { StreamEvent } from '@/lib/domain/event/event';
import { sanitize } from '@/lib/domain/untrusted-text';
import { MAPPED_TYPES } from '@/lib/twitch/events/to-event';
import { HOSTILE_TEXTS } from '@/tests/fixtures/hostile-text';
import { EVENT_TYPES, variants } from '@/tests/simulator/shapes/every-type';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { installEnglish } from '@/tests/support/english';
import {
  PLAIN_TEXT,
  withoutIsolates,
  withPlainTextAs,
  withTexts,
} from '@/tests/support/hostile-text';
import { eventOf } from '@/tests/support/running/notification-event';
import { rowOf, textOf } from '@/tests/support/running/notification-row';

beforeEach(installEnglish);

/** Keys of payloads with text that a person wrote. */
const TEXT_KEYS = /(?:^|_)(?:name|title|text|message|reason|description|input|prompt)$/;

const PAYLOADS = MAPPED_TYPES.filter((type) => EVENT_TYPES.includes(type)).flatMap((type) =>
  variants(type)
    .filter(({ event }) => eventOf(type, event) !== null)
    .map(({ event }) => ({ type, event })),
);

function withText(event: object, text: string) {
  return withTexts(event, (old, key) => (TEXT_KEYS.test(key) ? text : old));
}

it.each(Object.entries(HOSTILE_TEXTS))(
  'describes every payload with this text like any other: %s',
  (_name, text) => {
    const sentencesWith = (content: string) =>
      PAYLOADS.map(({ type, event }) => textOf(rowOf(type, withText(event, content))));
    const plain = sentencesWith(PLAIN_TEXT);
    expect(plain.some((words) => words.includes(PLAIN_TEXT))).toBe(true);
    const described = withoutIsolates(sentencesWith(text));
    expect(described).toEqual(withPlainTextAs(plain, sanitize(text)));
  },
);

it('stores texts of payloads unchanged', async () => {
  const db = freshDatabase();
  const texts = Object.values(HOSTILE_TEXTS);
  // One text for each payload: all texts in all payloads would be many thousand events.
  const events = PAYLOADS.map(({ type, event }, index) => {
    const text = texts[index % texts.length] ?? '';
    return eventOf(type, withText(event, text), { id: `message-${index}` });
  })
    .filter((event) => event !== null && event.natural_key === undefined)
    .map((event) => event as StreamEvent);
  await recordEvents(db, events);
  const stored = await db.events.orderBy('seq').toArray();
  expect(stored.map(({ detail, viewer_name }) => [detail, viewer_name])).toEqual(
    events.map(({ detail, viewer_name }) => [detail, viewer_name]),
  );
});
