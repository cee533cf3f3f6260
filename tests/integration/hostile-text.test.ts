import { beforeEach, expect, it } from 'vitest';
import { recordEvents } from '@/lib/db/history/events';
import type { StreamEvent } from '@/lib/domain/event/event';
import { sanitize } from '@/lib/domain/untrusted-text';
import { MAPPED_TYPES } from '@/lib/twitch/events/to-event';
import { HOSTILE_TEXTS } from '@/tests/fixtures/hostile-text';
import { EVENT_TYPES, variants } from '@/tests/simulator/shapes/every-type';
import { useEnglish } from '@/tests/support/english';
import { freshDatabase } from '@/tests/support/fresh-database';
import { PLAIN_TEXT, withPlainTextAs, withTexts } from '@/tests/support/hostile';
import { hear } from '@/tests/support/notification-event';
import { rowOf, sentence } from '@/tests/support/notification-row';

beforeEach(useEnglish);

/** Keys of payloads under which stands what some person wrote. */
const WRITTEN = /(?:^|_)(?:name|title|text|message|reason|description|input|prompt)$/;

const PAYLOADS = MAPPED_TYPES.filter((type) => EVENT_TYPES.includes(type)).flatMap((type) =>
  variants(type)
    .filter(({ event }) => hear(type, event) !== null)
    .map(({ event }) => ({ type, event })),
);

function withText(event: object, text: string) {
  return withTexts(event, (old, key) => (WRITTEN.test(key) ? text : old));
}

it.each(Object.entries(HOSTILE_TEXTS))(
  'every payload that bears it is told like any other: %s',
  (_what, text) => {
    const told = (written: string) =>
      PAYLOADS.map(({ type, event }) => sentence(rowOf(type, withText(event, written))));
    const plain = told(PLAIN_TEXT);
    expect(plain.some((words) => words.includes(PLAIN_TEXT))).toBe(true);
    expect(told(text)).toEqual(withPlainTextAs(plain, sanitize(text)));
  },
);

it('whatever a payload bears is stored to the letter', async () => {
  const db = freshDatabase();
  const texts = Object.values(HOSTILE_TEXTS);
  // Each payload bears one of them: all of them in each would be many thousand events.
  const events = PAYLOADS.map(({ type, event }, index) => {
    const text = texts[index % texts.length] ?? '';
    return hear(type, withText(event, text), { id: `message-${index}` });
  })
    .filter((event) => event !== null && event.natural_key === undefined)
    .map((event) => event as StreamEvent);
  await recordEvents(db, events);
  const stored = await db.events.orderBy('seq').toArray();
  expect(stored.map(({ detail, viewer_name }) => [detail, viewer_name])).toEqual(
    events.map(({ detail, viewer_name }) => [detail, viewer_name]),
  );
});
