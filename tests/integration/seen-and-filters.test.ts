import { describe, expect, it } from 'vitest';
import { DEFAULT_FILTER } from '@/lib/domain/filter/filter';
import { readSeen, storeSeen } from '@/lib/settings/seen-watermark';
import { changeFilter } from '@/lib/settings/settings';
import { SECOND } from '@/lib/time';
import { streamOffline, streamOnline } from '@/tests/simulator/shapes/channel/stream';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { START } from '@/tests/support/fakes/fake-clock';
import { type RunningBackground, runBackground } from '@/tests/support/running/running-background';
import { until } from '@/tests/support/until';

const CHAT = 'channel.chat.notification';
const sub = chatNotification({ notice_type: 'sub' });

const secondsLater = (seconds: number) => new Date(START + seconds * SECOND).toISOString();
const idsIn = (rows: { id: string }[]) => rows.map(({ id }) => id);

describe('the seen watermark', () => {
  it('only moves forward, but not beyond the newest event', async () => {
    const { background, listenTo, notify, waitForFeed } = await runBackground();
    await listenTo('demo_streamer');
    for (const id of ['a', 'b', 'c']) notify(CHAT, sub, id);
    await waitForFeed(({ unseen }) => expect(unseen).toBe(3));
    await background.markSeen({ upTo: 2 });
    await waitForFeed(({ unseen }) => expect(unseen).toBe(1));
    await background.markSeen({ upTo: 1 });
    await waitForFeed(({ unseen }) => expect(unseen).toBe(1));
    await background.markSeen({ upTo: 1_000_000 });
    await waitForFeed(({ unseen }) => expect(unseen).toBe(0));
    notify(CHAT, sub, 'd');
    await waitForFeed(({ unseen }) => expect(unseen).toBe(1));
  });
});

describe('what was on screen', () => {
  async function runWithUnseen(count: number) {
    const running = await runBackground();
    await running.listenTo('demo_streamer');
    for (let number = 1; number <= count; number += 1) running.notify(CHAT, sub, `e${number}`);
    await running.waitForFeed(({ unseen, rows }) => {
      expect(unseen).toBe(count);
      expect(rows[0]?.id).toBe(`e${count}`);
    });
    return running;
  }

  it('is seen; the older rows stay unseen until they are on screen, too', async () => {
    const { background, notify, waitForFeed, restart } = await runWithUnseen(61);
    await background.markSeen({ upTo: 61, downTo: 'e52' });
    await waitForFeed(({ unseen }) => expect(unseen).toBe(51));
    for (let number = 62; number <= 66; number += 1) notify(CHAT, sub, `e${number}`);
    await waitForFeed(({ unseen }) => expect(unseen).toBe(56));
    await background.markSeen({ upTo: 66, downTo: 'e57' });
    await waitForFeed(({ unseen }) => expect(unseen).toBe(51));
    await background.markSeen({ upTo: 66, downTo: 'e32' });
    await waitForFeed(({ unseen }) => expect(unseen).toBe(31));
    const next = await restart();
    await next.background.start();
    await next.background.markSeen({ upTo: 66, downTo: 'e2' });
    await next.waitForFeed(({ unseen }) => expect(unseen).toBe(1));
    await next.background.markSeen({ upTo: 66, downTo: 'e1' });
    await next.waitForFeed(({ unseen }) => expect(unseen).toBe(0));
    expect(await readSeen()).toEqual({ upTo: 66, of: {}, parts: [] });
  });

  it('moves the watermark if nothing below is unseen', async () => {
    const { background, waitForFeed } = await runWithUnseen(12);
    await background.markSeen({ upTo: 12 });
    await background.markSeen({ upTo: 12, downTo: 'e3' });
    await waitForFeed(({ unseen }) => expect(unseen).toBe(0));
    expect(await readSeen()).toEqual({ upTo: 12, of: {}, parts: [] });
  });

  it('is nothing if its oldest row has been deleted', async () => {
    const { background } = await runWithUnseen(2);
    await background.markSeen({ upTo: 2, downTo: 'gone' });
    expect(await readSeen()).toEqual({ upTo: 0, of: {}, parts: [] });
  });
});

describe('the mark of what was seen', () => {
  const mark = { upTo: 20, of: {}, parts: [] };

  it.each<[how: string, (running: RunningBackground) => Promise<void>]>([
    ['the history is deleted', async ({ background }) => await background.deleteHistory()],
    ['the user starts anew', async ({ background }) => await background.recreateDatabase()],
    [
      'the browser deletes the database',
      async ({ db, background }) => {
        await db.delete({ disableAutoOpen: false });
        await db.open();
        await background.tick();
      },
    ],
  ])('ends with its log when %s', async (_how, deleteLog) => {
    const running = await runBackground();
    const { listenTo, notify, waitForFeed, background } = running;
    await listenTo('demo_streamer');
    for (let number = 1; number <= 20; number += 1) notify(CHAT, sub, `old${number}`);
    await waitForFeed(({ unseen }) => expect(unseen).toBe(20));
    await background.markSeen({ upTo: 20 });
    expect(await readSeen()).toEqual(mark);
    await deleteLog(running);
    await until(async () => {
      await running.clock.advance(50);
      expect(await readSeen()).toEqual({ upTo: 0, of: {}, parts: [] });
    });
    if ((await running.feed()).account === null) await listenTo('demo_streamer');
    for (const id of ['a', 'b', 'c', 'd', 'e']) notify(CHAT, sub, id);
    await waitForFeed(({ unseen }) => expect(unseen).toBe(5));
  });

  it('stays when the newest event, the end of a broadcast, is withdrawn', async () => {
    const { background, listenTo, notify, waitForFeed } = await runBackground();
    await listenTo('demo_streamer');
    for (const id of ['a', 'b', 'c']) notify(CHAT, sub, id);
    const broadcast = { id: '7', started_at: secondsLater(0) };
    const online = streamOnline(broadcast);
    notify('stream.online', online, { id: 'begin', timestamp: secondsLater(5) });
    notify('stream.offline', streamOffline(broadcast), { id: 'end', timestamp: secondsLater(20) });
    await waitForFeed(({ unseen }) => expect(unseen).toBe(5));
    await background.markSeen({ upTo: 5 });
    notify('stream.online', online, { id: 'again', timestamp: secondsLater(40) });
    await waitForFeed(({ newestSeq }) => expect(newestSeq).toBe(4));
    await waitForFeed(({ unseen }) => expect(unseen).toBe(0));
    notify(CHAT, sub, 'd');
    await waitForFeed(({ unseen }) => expect(unseen).toBe(1));
  });

  it('is not taken for that of a log that has already grown past it', async () => {
    const { listenTo, notify, waitForFeed } = await runBackground();
    await storeSeen({ upTo: 3, of: {}, parts: [{ streamerId: '100', upTo: 4, at: 0, seq: 1 }] });
    await listenTo('demo_streamer');
    for (const id of ['a', 'b', 'c', 'd', 'e']) notify(CHAT, sub, id);
    await waitForFeed(({ unseen }) => expect(unseen).toBe(5));
  });
});

describe('the filters', () => {
  it('change the shown rows at once, but not the stored events', async () => {
    const { background, listenTo, notify, waitForFeed, db } = await runBackground();
    await listenTo('demo_streamer');
    notify(CHAT, sub, 'a');
    notify(CHAT, chatNotification({ notice_type: 'raid' }), 'b');
    await waitForFeed(({ rows }) => expect(idsIn(rows)).toEqual(['b', 'a']));
    await changeFilter('feed', (now) => ({ ...now, subsAndCheersOnly: true }));
    await background.settingsChanged();
    await waitForFeed((feed) => {
      expect(idsIn(feed.rows)).toEqual(['a']);
      expect(feed).toMatchObject({ unseen: 2, isFiltered: true });
    });
    expect(await db.events.count()).toBe(2);
    await changeFilter('feed', () => DEFAULT_FILTER);
    await background.settingsChanged();
    await waitForFeed(({ rows }) => expect(idsIn(rows)).toEqual(['b', 'a']));
  });

  it('do not keep hidden events unseen', async () => {
    const { background, listenTo, notify, waitForFeed, feed } = await runBackground();
    await listenTo('demo_streamer');
    await changeFilter('feed', (now) => ({ ...now, subsAndCheersOnly: true }));
    notify(CHAT, sub, 'a');
    notify(CHAT, chatNotification({ notice_type: 'raid' }), 'b');
    await waitForFeed(({ unseen, newestSeq }) => expect([unseen, newestSeq]).toEqual([2, 2]));
    await background.markSeen({ upTo: (await feed()).newestSeq });
    await waitForFeed(({ unseen }) => expect(unseen).toBe(0));
  });
});
