import { cleanup, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { recordEvents } from '@/lib/db/history/events';
import { NOTHING_KNOWN } from '@/lib/domain/channel/channel';
import type { StreamEvent } from '@/lib/domain/event/event';
import { sanitize } from '@/lib/domain/untrusted-text';
import { DAY, MINUTE } from '@/lib/time';
import { HOSTILE_TEXTS } from '@/tests/fixtures/hostile-text';
import { aBomb, aCheer, aGift, anEvent, anUpdate, aSub } from '@/tests/support/builders/events';
import { aFeedIndex, anIndexedStreamer } from '@/tests/support/builders/feed';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { indexed } from '@/tests/support/database/indexed';
import { START } from '@/tests/support/fakes/fake-clock';
import {
  type Outline,
  outline,
  PLAIN_TEXT,
  withoutChannelLinks,
  withoutIsolates,
  withPlainTextAs,
} from '@/tests/support/hostile-text';
import { openHistory } from '@/tests/support/screens/history';
import { setUpScreen } from '@/tests/support/screens/screen';

setUpScreen();

// Each test opens every view, which takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

// "By this time last month" is another time every five minutes, and what is compared has to be of the same one.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: START + DAY }));
afterEach(() => void vi.useRealTimers());

/** Each view, and texts that are there once all of it has been read. */
const VIEWS: readonly (readonly [search: string, texts: readonly string[]])[] = [
  ['', ['Nothing older is recorded.']],
  ['?viewer=7', ['Nothing older is recorded.']],
  ['?event=event+2', ['viewer_name']],
  ['?view=people', ['Cheerers', 'Newest subs']],
  ['?view=people&viewer=7', ['By streamer', 'By type']],
  ['?view=statistics', ['Biggest cheer', 'Busiest day']],
  ['?view=broadcasts', ['Busiest five minutes']],
  ['?view=broadcasts&broadcast=event+0', ['Busiest five minutes', 'Highlights']],
];

/** What is on the page now. */
const onPage = () => withoutIsolates(withoutChannelLinks(outline(document.body)));

/** Waits until a view shows these texts and has not changed for half a second. */
async function settled(texts: readonly string[]): Promise<void> {
  let before = '';
  let unchanged = 0;
  const isDone = () => {
    const { innerHTML: now, textContent: shown } = document.body;
    unchanged = now === before ? unchanged + 1 : 0;
    before = now;
    return unchanged > 10 && texts.every((text) => shown.includes(text));
  };
  await waitFor(() => expect(isDone()).toBe(true), { timeout: 30_000, interval: 50 });
}

/** Without a picture, the first letter of the name is shown. */
const AVATAR = 'https://static-cdn.jtvnw.net/avatar.png';

/** An evening on which everybody has the text as a name, and writes it wherever one can write. */
function eveningOf(text: string): StreamEvent[] {
  const viewer = { viewer_id: '7', viewer_login: 'ann', viewer_name: text };
  const gift = aGift('b', 1, viewer);
  const bob = { id: '8', login: 'bob', name: text };
  const events: StreamEvent[] = [
    anEvent('stream_online', { streamId: '1', startedAt: START }),
    anUpdate(0, text, 'Before'),
    { ...aCheer(viewer), detail: { bits: 100, message: text } },
    { ...aSub(viewer), detail: { ...aSub().detail, message: text } },
    aBomb('b', 1, viewer),
    { ...gift, detail: { ...gift.detail, recipient: bob } },
    anEvent('raid_in', { viewers: 10 }, viewer),
    anEvent('watch_streak', { message: text, streams: 5, channelPoints: 10 }, viewer),
    anEvent('announcement', { message: text, color: 'blue' }, viewer),
    aCheer({ viewer_id: '7', viewer_login: 'ann', viewer_name: 'Earlier' }),
    anEvent('stream_offline', { streamId: '1', startedAt: START }),
  ];
  return events.map((event, index) => ({
    ...event,
    streamer_name: text,
    id: `event ${index}`,
    created_at: event.viewer_name === 'Earlier' ? START : START + (index + 1) * MINUTE,
  }));
}

/** Stores an evening with this text. Returns what the page needs to show it. */
async function setUpWith(text: string) {
  const db = freshDatabase();
  const streamer = { id: '100', login: 'demo_streamer', name: text, avatarUrl: AVATAR };
  await db.channels.put({ ...streamer, ...NOTHING_KNOWN });
  await recordEvents(db, eveningOf(text));
  await indexed(db);
  const index = aFeedIndex({ streamers: [anIndexedStreamer({ name: text, avatarUrl: AVATAR })] });
  return { db, index };
}

async function readPlain(): Promise<Map<string, Outline>> {
  const setup = await setUpWith(PLAIN_TEXT);
  const views = new Map<string, Outline>();
  for (const [search, texts] of VIEWS) {
    await openHistory({ ...setup, search });
    await settled(texts);
    views.set(search, onPage());
    cleanup();
  }
  return views;
}

let plain: ReturnType<typeof readPlain> | undefined;

/** Returns what each view shows with a harmless text. */
async function plainViews(): Promise<Map<string, Outline>> {
  plain ??= readPlain();
  return await plain;
}

it.each(Object.entries(HOSTILE_TEXTS))(
  'shows hostile text as text in every view: %s',
  async (_name, text) => {
    const views = await plainViews();
    const setup = await setUpWith(text);
    for (const [search] of VIEWS) {
      await openHistory({ ...setup, search });
      const expected = withPlainTextAs(views.get(search), sanitize(text));
      const isAsExpected = () => JSON.stringify(onPage()) === JSON.stringify(expected);
      await waitFor(() => expect(isAsExpected()).toBe(true), { timeout: 15_000, interval: 100 });
      cleanup();
    }
  },
);

it.each(VIEWS)('shows text of users in the view "%s"', async (search) => {
  const views = await plainViews();
  expect(JSON.stringify(views.get(search)).split(PLAIN_TEXT).length).toBeGreaterThan(2);
});
