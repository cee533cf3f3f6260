import { describe, expect, it } from 'vitest';
import { currentAccount } from '@/lib/db/accounts';
import { countsByStreamer } from '@/lib/db/history/counts';
import { channelUpdate } from '@/tests/simulator/shapes/channel/stream';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { DEMO_STREAMER } from '@/tests/support/builders/accounts';
import { aSuggestion } from '@/tests/support/builders/suggestions';
import { runBackground } from '@/tests/support/running/running-background';
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
    // The next worker can only delete what this one has stored.
    await until(async () => {
      expect((await killed.db.session.get('eventsub'))?.subscriptionIds).toHaveLength(6);
    });
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
      expect(connection).toEqual({ state: 'problem', problem: 'storage_failed' }),
    );
    db.events.hook('creating').unsubscribe(fail);
    await background.tick();
    await waitForFeed(({ connection, rows }) => {
      expect(connection).toEqual({ state: 'listening', problem: null });
      expect(idsIn(rows)).toEqual(['a']);
    });
  });
});
