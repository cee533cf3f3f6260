import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { channelOf } from '@/lib/db/channels';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { settled } from '@/tests/support/fakes/fake-clock';
import { type RunningBackground, runBackground } from '@/tests/support/running/running-background';
import { until } from '@/tests/support/until';

const CHAT = 'channel.chat.notification';
const sub = chatNotification({ notice_type: 'sub' });

/** Counts the accesses to the browser's storage, until the end of the test. */
function countStorage() {
  const { local, sync } = browser.storage;
  const sets = [vi.spyOn(local, 'set'), vi.spyOn(sync, 'set')];
  const gets = [vi.spyOn(local, 'get'), vi.spyOn(sync, 'get')];
  return {
    /** The keys of each write, in order. */
    get writes() {
      return sets.flatMap(({ mock }) => mock.calls.map(([items]) => Object.keys(items).join()));
    },
    /** What was read, each once. */
    get read() {
      return new Set(gets.flatMap(({ mock }) => mock.calls.map(([keys]) => keys)));
    },
  };
}

async function listening() {
  const running = await runBackground();
  await running.listenTo('demo_streamer');
  running.notify(CHAT, sub, 'first');
  await running.waitForFeed(({ rows }) => expect(rows).toHaveLength(1));
  await running.background.markSeen({ upTo: 1, streamerId: '100' });
  await running.waitForFeed(({ unseen }) => expect(unseen).toBe(0));
  // The answer about recordings is published, too, and comes when it comes.
  await until(async () => expect((await channelOf(running.db, '100'))?.recordings).toEqual([]));
  await rest(running);
  return running;
}

/** Waits until the background has nothing more to publish. */
async function rest({ clock, db }: RunningBackground): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) {
    await clock.advance(50);
    // The database does not use the clock.
    await db.events.count();
    await settled();
  }
}

it('reads nothing from the browser’s storage for an event, and writes one feed once', async () => {
  const running = await listening();
  const storage = countStorage();
  running.notify(CHAT, sub, 'second');
  await running.waitForFeed(({ rows }) => expect(rows).toHaveLength(2));
  await rest(running);
  expect(storage.writes).toEqual(['feed:unseen,feed:100']);
  // This test reads the feed itself.
  expect(storage.read).toEqual(new Set(['feed', 'feed:unseen', 'feed:100']));
});

it('writes a mark once and publishes it once, however many tabs send it', async () => {
  const running = await listening();
  running.notify(CHAT, sub, 'second');
  await running.waitForFeed(({ unseen }) => expect(unseen).toBe(1));
  await rest(running);
  const storage = countStorage();
  for (let tab = 1; tab <= 5; tab += 1)
    await running.background.markSeen({ upTo: 2, streamerId: '100' });
  await running.waitForFeed(({ unseen }) => expect(unseen).toBe(0));
  await rest(running);
  expect(storage.writes).toEqual(['seen,seenOf,seenParts', 'feed:unseen']);
});

it('writes a mark of a part of the list once, too', async () => {
  const running = await listening();
  for (let number = 2; number <= 30; number += 1) running.notify(CHAT, sub, `sub-${number}`);
  await running.waitForFeed(({ unseen }) => expect(unseen).toBe(29));
  await rest(running);
  const storage = countStorage();
  for (let tab = 1; tab <= 5; tab += 1)
    await running.background.markSeen({ upTo: 30, downTo: 'sub-21', streamerId: '100' });
  await running.waitForFeed(({ unseen }) => expect(unseen).toBe(19));
  await rest(running);
  expect(storage.writes).toEqual(['seen,seenOf,seenParts', 'feed:unseen']);
});

it('changes the badge only if it will look different', async () => {
  const running = await listening();
  const { toolbar, background } = running;
  const before = toolbar.changes;
  running.notify(CHAT, sub, 'second');
  await running.waitForFeed(({ unseen }) => expect(unseen).toBe(1));
  await rest(running);
  expect(toolbar.changes).toBe(before + 1);
  await background.tick();
  await rest(running);
  expect(toolbar.changes).toBe(before + 1);
});

it('publishes a gift bomb a few times only', async () => {
  const running = await listening();
  const storage = countStorage();
  const gift = chatNotification({
    notice_type: 'sub_gift',
    sub_gift: { community_gift_id: 'bomb' },
  });
  for (let number = 1; number <= 200; number += 1) running.notify(CHAT, gift, `gift-${number}`);
  await running.waitForFeed(({ rows }) => expect(rows[0]?.people).toHaveLength(200));
  await rest(running);
  expect(storage.writes.length).toBeLessThanOrEqual(3);
  expect(new Set(storage.writes)).toEqual(new Set(['feed:unseen,feed:100']));
});
