import { describe, expect, it } from 'vitest';
import { currentAccount } from '@/lib/db/accounts';
import { countsByStreamer } from '@/lib/db/history/counts';
import { DEFAULT_FILTER } from '@/lib/domain/filter/filter';
import { problemOf } from '@/lib/domain/problem';
import { changeFilter } from '@/lib/settings/settings';
import { channelUpdate } from '@/tests/simulator/shapes/channel/stream';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { DEMO_STREAMER, OTHER_STREAMER } from '@/tests/support/accounts';
import { runBackground } from '@/tests/support/running-background';
import { aSuggestion } from '@/tests/support/suggestions';
import { until } from '@/tests/support/until';

const CHAT = 'channel.chat.notification';
const sub = chatNotification({ notice_type: 'sub' });

const idsIn = (rows: { id: string }[]) => rows.map(({ id }) => id);

describe('the background', () => {
  it('records an event once, and shows it', async () => {
    const { background, listenTo, notify, waitForFeed, feed, db } = await runBackground();
    await background.start();
    await waitForFeed(({ connection }) =>
      expect(connection).toEqual({ state: 'signed_out', problem: null }),
    );
    await listenTo('Demo_Streamer');
    notify(CHAT, sub, 'a');
    notify(CHAT, sub, 'a');
    notify('channel.update', channelUpdate({ title: 'Tea' }), 'b');
    await waitForFeed(({ rows }) => expect(idsIn(rows)).toEqual(['b', 'a']));
    expect(await feed()).toMatchObject({
      account: { id: '200', name: 'Demo_Viewer' },
      favorite: DEMO_STREAMER,
      channel: { text: { title: 'Tea' } },
      connection: { state: 'listening', problem: null },
      unseen: 2,
    });
    expect((await countsByStreamer(db))[0]).toMatchObject({ streamerId: '100', total: 2 });
  });

  it('never shows the token', async () => {
    const { listenTo, waitForFeed, feed, db } = await runBackground();
    await listenTo('demo_streamer');
    await waitForFeed(({ account }) => expect(account?.id).toBe('200'));
    expect(await currentAccount(db)).toMatchObject({ token: 'token-1' });
    expect(JSON.stringify(await feed())).not.toContain('token');
  });

  it('does not listen without a favorite, and shows that', async () => {
    const { background, waitForFeed, network } = await runBackground();
    await background.signIn('viewer');
    await waitForFeed(({ connection }) => expect(connection).toEqual({ state: 'no_favorite' }));
    expect(network.sockets).toEqual([]);
  });
});

describe('the favorite', () => {
  it('can change: then events of the new streamer are recorded', async () => {
    const { background, listenTo, welcome, network, notify, waitForFeed } = await runBackground();
    await listenTo('demo_streamer');
    notify(CHAT, sub, 'old');
    await waitForFeed(({ rows }) => expect(idsIn(rows)).toEqual(['old']));
    const oldSocket = network.latest;
    expect(await background.chooseFavorite('other_streamer')).toEqual(OTHER_STREAMER);
    expect(oldSocket.isClosed).toBe(true);
    await waitForFeed((feed) => expect(feed).toMatchObject({ favorite: OTHER_STREAMER, rows: [] }));
    await welcome();
    notify(CHAT, chatNotification({ notice_type: 'sub', broadcaster: OTHER_STREAMER }), 'new');
    await waitForFeed(({ rows }) => expect(idsIn(rows)).toEqual(['new']));
    expect(network.openNow).toBe(1);
  });

  it('can change back: then the events from before are shown', async () => {
    const { background, listenTo, notify, waitForFeed } = await runBackground();
    await listenTo('demo_streamer');
    notify(CHAT, sub, 'old');
    await background.chooseFavorite('other_streamer');
    await background.chooseFavorite('demo_streamer');
    await waitForFeed(({ rows }) => expect(idsIn(rows)).toEqual(['old']));
  });

  it('can be chosen again without a new connection', async () => {
    const { background, listenTo, network } = await runBackground();
    await listenTo('demo_streamer');
    await background.chooseFavorite('demo_streamer');
    expect(network.sockets).toHaveLength(1);
    expect(network.openNow).toBe(1);
  });

  it.each([
    ['two words', 'invalid_user_name'],
    ['unknown_user', 'streamer_not_found'],
  ])('is kept when "%s" cannot be chosen', async (userName, problem) => {
    const { background, listenTo, waitForFeed, network } = await runBackground();
    await listenTo('demo_streamer');
    const failed = background.chooseFavorite(userName).then(() => 'none', problemOf);
    expect(await failed).toBe(problem);
    await waitForFeed(({ favorite }) => expect(favorite).toEqual(DEMO_STREAMER));
    expect(network.openNow).toBe(1);
  });

  it('cannot be chosen without a signed-in account', async () => {
    const { background } = await runBackground();
    const failed = background.chooseFavorite('demo_streamer').then(() => 'none', problemOf);
    expect(await failed).toBe('not_signed_in');
  });
});

describe('suggestions', () => {
  it('need a signed-in account', async () => {
    const { background, api } = await runBackground();
    api.findable.push(aSuggestion('demo_streamer'));
    expect(await background.suggestChannels('demo')).toEqual([]);
    await background.signIn('viewer');
    expect(await background.suggestChannels('demo')).toEqual([aSuggestion('demo_streamer')]);
  });

  it('are empty when Twitch refuses the token, which is then validated', async () => {
    const { background, api, idHost } = await runBackground();
    await background.signIn('viewer');
    const before = idHost.validations;
    api.failWith(401);
    expect(await background.suggestChannels('demo')).toEqual([]);
    await until(() => expect(idHost.validations).toBe(before + 1));
  });
});

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

describe('the history', () => {
  it('can be deleted, and then new events are recorded', async () => {
    const { background, listenTo, notify, waitForFeed, db } = await runBackground();
    await listenTo('demo_streamer');
    notify(CHAT, sub, 'a');
    await waitForFeed(({ rows }) => expect(rows).toHaveLength(1));
    await background.deleteHistory();
    await waitForFeed((feed) => expect(feed).toMatchObject({ rows: [], unseen: 0 }));
    expect(await countsByStreamer(db)).toEqual([]);
    expect(await currentAccount(db)).not.toBeNull();
    notify(CHAT, sub, 'b');
    await waitForFeed(({ rows }) => expect(idsIn(rows)).toEqual(['b']));
  });
});

describe('the history, deleted while events arrive', () => {
  it('has none of the events that arrived before', async () => {
    const { background, listenTo, notify, db } = await runBackground();
    await listenTo('demo_streamer');
    for (const id of ['being written', 'pending', 'also pending']) notify(CHAT, sub, id);
    await background.deleteHistory();
    await background.tick();
    expect(await db.events.count()).toBe(0);
    expect(await db.counts.count()).toBe(0);
  });
});

describe('a new worker', () => {
  it('continues with the state of the last one, and listens again', async () => {
    const killed = await runBackground();
    await killed.listenTo('demo_streamer');
    killed.notify(CHAT, sub, 'before');
    await killed.waitForFeed(({ rows }) => expect(rows).toHaveLength(1));
    const { background, welcome, notify, waitForFeed, api, network } = await killed.restart();
    await background.start();
    await waitForFeed(({ favorite, rows }) => {
      expect(favorite).toEqual(DEMO_STREAMER);
      expect(idsIn(rows)).toEqual(['before']);
    });
    await welcome();
    notify(CHAT, sub, 'before');
    notify(CHAT, sub, 'after');
    await waitForFeed(({ rows }) => expect(idsIn(rows)).toEqual(['after', 'before']));
    expect(network.openNow).toBe(1);
    // The subscriptions of the killed worker were deleted.
    await until(() => expect(api.subscriptions).toHaveLength(6));
  });
});

describe('a database that cannot be written', () => {
  it('is shown as a problem as long as it lasts, and no event is lost', async () => {
    const { background, listenTo, notify, waitForFeed, db } = await runBackground();
    await listenTo('demo_streamer');
    const fail = () => {
      throw new Error('write error');
    };
    db.events.hook('creating', fail);
    notify(CHAT, sub, 'a');
    await waitForFeed(({ connection }) =>
      expect(connection).toEqual({ state: 'listening', problem: 'storage_failed' }),
    );
    db.events.hook('creating').unsubscribe(fail);
    await background.tick();
    await waitForFeed(({ connection, rows }) => {
      expect(connection).toEqual({ state: 'listening', problem: null });
      expect(idsIn(rows)).toEqual(['a']);
    });
  });
});
