import { describe, expect, it } from 'vitest';
import { DEFAULT_FILTER } from '@/lib/domain/filter/filter';
import { changeFilter } from '@/lib/settings/settings';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { runBackground } from '@/tests/support/running/running-background';

const CHAT = 'channel.chat.notification';
const sub = chatNotification({ notice_type: 'sub' });

const idsIn = (rows: { id: string }[]) => rows.map(({ id }) => id);

describe('the seen watermark', () => {
  it('only moves forward, but not beyond the newest event', async () => {
    const { background, listenTo, notify, waitForFeed } = await runBackground();
    await listenTo('demo_streamer');
    for (const id of ['a', 'b', 'c']) notify(CHAT, sub, id);
    await waitForFeed(({ unseen }) => expect(unseen).toBe(3));
    await background.markSeen(2);
    await waitForFeed(({ unseen }) => expect(unseen).toBe(1));
    await background.markSeen(1);
    await waitForFeed(({ unseen }) => expect(unseen).toBe(1));
    await background.markSeen(1_000_000);
    await waitForFeed(({ unseen }) => expect(unseen).toBe(0));
    notify(CHAT, sub, 'd');
    await waitForFeed(({ unseen }) => expect(unseen).toBe(1));
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
    await background.markSeen((await feed()).newestSeq);
    await waitForFeed(({ unseen }) => expect(unseen).toBe(0));
  });
});
