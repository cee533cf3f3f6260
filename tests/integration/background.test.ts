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

describe('from sign-in to the screen', () => {
  it('an event is recorded once and shown', async () => {
    const { background, listenTo, say, shows, feed, db } = await runBackground();
    await background.start();
    await shows(({ connection }) =>
      expect(connection).toEqual({ state: 'signed_out', problem: null }),
    );
    await listenTo('Demo_Streamer');
    say(CHAT, sub, 'a');
    say(CHAT, sub, 'a');
    say('channel.update', channelUpdate({ title: 'Tea' }), 'b');
    await shows(({ rows }) => expect(idsIn(rows)).toEqual(['b', 'a']));
    expect(await feed()).toMatchObject({
      account: { id: '200', name: 'Demo_Viewer' },
      favorite: DEMO_STREAMER,
      channel: { text: { title: 'Tea' } },
      connection: { state: 'listening', problem: null },
      unseen: 2,
    });
    expect((await countsByStreamer(db))[0]).toMatchObject({ streamerId: '100', total: 2 });
  });

  it('no screen ever sees the token', async () => {
    const { listenTo, shows, feed, db } = await runBackground();
    await listenTo('demo_streamer');
    await shows(({ account }) => expect(account?.id).toBe('200'));
    expect(await currentAccount(db)).toMatchObject({ token: 'token-1' });
    expect(JSON.stringify(await feed())).not.toContain('token');
  });

  it('without a favorite there is nothing to listen to, and the screens say so', async () => {
    const { background, shows, network } = await runBackground();
    await background.signIn('viewer');
    await shows(({ connection }) => expect(connection).toEqual({ state: 'no_favorite' }));
    expect(network.sockets).toEqual([]);
  });
});

describe('the favorite', () => {
  it('changed, has the next events come from the new one', async () => {
    const { background, listenTo, welcome, network, say, shows } = await runBackground();
    await listenTo('demo_streamer');
    say(CHAT, sub, 'old');
    await shows(({ rows }) => expect(idsIn(rows)).toEqual(['old']));
    const before = network.latest;
    expect(await background.chooseFavorite('other_streamer')).toEqual(OTHER_STREAMER);
    expect(before.isClosed).toBe(true);
    await shows((feed) => expect(feed).toMatchObject({ favorite: OTHER_STREAMER, rows: [] }));
    await welcome();
    say(CHAT, chatNotification({ notice_type: 'sub', broadcaster: OTHER_STREAMER }), 'new');
    await shows(({ rows }) => expect(idsIn(rows)).toEqual(['new']));
    expect(network.openNow).toBe(1);
  });

  it('changed back, shows what was recorded before', async () => {
    const { background, listenTo, say, shows } = await runBackground();
    await listenTo('demo_streamer');
    say(CHAT, sub, 'old');
    await background.chooseFavorite('other_streamer');
    await background.chooseFavorite('demo_streamer');
    await shows(({ rows }) => expect(idsIn(rows)).toEqual(['old']));
  });

  it('chosen again, is listened to without a break', async () => {
    const { background, listenTo, network } = await runBackground();
    await listenTo('demo_streamer');
    await background.chooseFavorite('demo_streamer');
    expect(network.sockets).toHaveLength(1);
    expect(network.openNow).toBe(1);
  });

  it.each([
    ['two words', 'invalid_user_name'],
    ['nobody_here', 'streamer_not_found'],
  ])('stays when "%s" is none', async (userName, problem) => {
    const { background, listenTo, shows, network } = await runBackground();
    await listenTo('demo_streamer');
    const failed = background.chooseFavorite(userName).then(() => 'none', problemOf);
    expect(await failed).toBe(problem);
    await shows(({ favorite }) => expect(favorite).toEqual(DEMO_STREAMER));
    expect(network.openNow).toBe(1);
  });

  it('needs somebody who is signed in', async () => {
    const { background } = await runBackground();
    const failed = background.chooseFavorite('demo_streamer').then(() => 'none', problemOf);
    expect(await failed).toBe('not_signed_in');
  });
});

describe('suggestions', () => {
  it('are for who is signed in', async () => {
    const { background, api } = await runBackground();
    api.findable.push(aSuggestion('demo_streamer'));
    expect(await background.suggestChannels('demo')).toEqual([]);
    await background.signIn('viewer');
    expect(await background.suggestChannels('demo')).toEqual([aSuggestion('demo_streamer')]);
  });

  it('are none with a token that Twitch refuses, which is then asked about', async () => {
    const { background, api, idHost } = await runBackground();
    await background.signIn('viewer');
    const before = idHost.validations;
    api.failWith(401);
    expect(await background.suggestChannels('demo')).toEqual([]);
    await until(() => expect(idHost.validations).toBe(before + 1));
  });
});

describe('what the user has seen', () => {
  it('is counted no more, and can not lie ahead', async () => {
    const { background, listenTo, say, shows } = await runBackground();
    await listenTo('demo_streamer');
    for (const id of ['a', 'b', 'c']) say(CHAT, sub, id);
    await shows(({ unseen }) => expect(unseen).toBe(3));
    await background.markSeen(2);
    await shows(({ unseen }) => expect(unseen).toBe(1));
    await background.markSeen(1);
    await shows(({ unseen }) => expect(unseen).toBe(1));
    await background.markSeen(1_000_000);
    await shows(({ unseen }) => expect(unseen).toBe(0));
    say(CHAT, sub, 'd');
    await shows(({ unseen }) => expect(unseen).toBe(1));
  });
});

describe('the filters', () => {
  it('narrow what is shown as soon as they change, and never what is stored', async () => {
    const { background, listenTo, say, shows, db } = await runBackground();
    await listenTo('demo_streamer');
    say(CHAT, sub, 'a');
    say(CHAT, chatNotification({ notice_type: 'raid' }), 'b');
    await shows(({ rows }) => expect(idsIn(rows)).toEqual(['b', 'a']));
    await changeFilter('feed', (now) => ({ ...now, subsAndCheersOnly: true }));
    await background.settingsChanged();
    await shows((feed) => {
      expect(idsIn(feed.rows)).toEqual(['a']);
      expect(feed).toMatchObject({ unseen: 2, isFiltered: true });
    });
    expect(await db.events.count()).toBe(2);
    await changeFilter('feed', () => DEFAULT_FILTER);
    await background.settingsChanged();
    await shows(({ rows }) => expect(idsIn(rows)).toEqual(['b', 'a']));
  });

  it('can not keep the badge alive with what the list hides', async () => {
    const { background, listenTo, say, shows, feed } = await runBackground();
    await listenTo('demo_streamer');
    await changeFilter('feed', (now) => ({ ...now, subsAndCheersOnly: true }));
    say(CHAT, sub, 'a');
    say(CHAT, chatNotification({ notice_type: 'raid' }), 'b');
    await shows(({ unseen, newestSeq }) => expect([unseen, newestSeq]).toEqual([2, 2]));
    await background.markSeen((await feed()).newestSeq);
    await shows(({ unseen }) => expect(unseen).toBe(0));
  });
});

describe('the history', () => {
  it('goes when the user wants it to, and grows again', async () => {
    const { background, listenTo, say, shows, db } = await runBackground();
    await listenTo('demo_streamer');
    say(CHAT, sub, 'a');
    await shows(({ rows }) => expect(rows).toHaveLength(1));
    await background.deleteHistory();
    await shows((feed) => expect(feed).toMatchObject({ rows: [], unseen: 0 }));
    expect(await countsByStreamer(db)).toEqual([]);
    expect(await currentAccount(db)).not.toBeNull();
    say(CHAT, sub, 'b');
    await shows(({ rows }) => expect(idsIn(rows)).toEqual(['b']));
  });
});

describe('the history, deleted while events come in', () => {
  it('holds none of those that came before', async () => {
    const { background, listenTo, say, db } = await runBackground();
    await listenTo('demo_streamer');
    for (const id of ['being written', 'waiting', 'waiting too']) say(CHAT, sub, id);
    await background.deleteHistory();
    await background.tick();
    expect(await db.events.count()).toBe(0);
    expect(await db.counts.count()).toBe(0);
  });
});

describe('a worker that was killed', () => {
  it('is followed by one that knows everything and listens again', async () => {
    const killed = await runBackground();
    await killed.listenTo('demo_streamer');
    killed.say(CHAT, sub, 'before');
    await killed.shows(({ rows }) => expect(rows).toHaveLength(1));
    const { background, welcome, say, shows, api, network } = await killed.restart();
    await background.start();
    await shows(({ favorite, rows }) => {
      expect(favorite).toEqual(DEMO_STREAMER);
      expect(idsIn(rows)).toEqual(['before']);
    });
    await welcome();
    say(CHAT, sub, 'before');
    say(CHAT, sub, 'after');
    await shows(({ rows }) => expect(idsIn(rows)).toEqual(['after', 'before']));
    expect(network.openNow).toBe(1);
    // What the killed one left at Twitch is gone.
    await until(() => expect(api.subscriptions).toHaveLength(6));
  });
});

describe('a database that is full', () => {
  it('is told while it lasts, and nothing is lost', async () => {
    const { background, listenTo, say, shows, db } = await runBackground();
    await listenTo('demo_streamer');
    const full = () => {
      throw new Error('the disk is full');
    };
    db.events.hook('creating', full);
    say(CHAT, sub, 'a');
    await shows(({ connection }) =>
      expect(connection).toEqual({ state: 'listening', problem: 'storage_failed' }),
    );
    db.events.hook('creating').unsubscribe(full);
    await background.tick();
    await shows(({ connection, rows }) => {
      expect(connection).toEqual({ state: 'listening', problem: null });
      expect(idsIn(rows)).toEqual(['a']);
    });
  });
});
