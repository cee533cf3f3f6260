import { describe, expect, it } from 'vitest';
import { channelOf, noteHeard, storeStreamer, updateChannel } from '@/lib/db/channels';
import type { AccountRecord } from '@/lib/db/database';
import { HOUR, MINUTE, SECOND } from '@/lib/time';
import { channelFollow } from '@/tests/simulator/shapes/channel/follow';
import { channelUpdate, streamOffline } from '@/tests/simulator/shapes/channel/stream';
import { anAccount, DEMO_STREAMER } from '@/tests/support/accounts';
import { START, settled } from '@/tests/support/fake-clock';
import { keepaliveFrame } from '@/tests/support/frames';
import { prepareListener, type RunningListener } from '@/tests/support/running-listener';
import { until } from '@/tests/support/until';

const TEXT = { title: 'Tea', category: 'Chess', language: 'en', labels: [] };
const LIVE = { streamId: '77', startedAt: START - HOUR };
const SINCE = START - 30 * MINUTE;

const MODERATOR = anAccount({
  scopes: ['user:read:chat', 'user:read:moderated_channels', 'moderator:read:followers'],
});
const THE_STREAMER = anAccount({
  id: '100',
  scopes: ['user:read:chat', 'channel:read:polls', 'channel:read:predictions'],
});

/** A streamer who was heard half an hour ago: live, and making tea. Helix knows of no change. */
async function prepareHeard(): Promise<RunningListener> {
  const listening = prepareListener();
  await storeStreamer(listening.db, DEMO_STREAMER);
  await updateChannel(listening.db, '100', { live: LIVE, text: TEXT });
  await noteHeard(listening.db, '100', SINCE);
  listening.api.channels.set('100', { live: LIVE, text: TEXT });
  listening.api.moderated.add('100');
  return listening;
}

async function listen(listening: RunningListener, account?: AccountRecord): Promise<void> {
  await listening.start(account && { account });
  await listening.welcome();
  await until(async () => expect((await channelOf(listening.db, '100'))?.heard_at).toBe(START));
  await settled();
}

/** Time goes by, with Twitch saying every ten seconds that it is there. */
async function stay({ clock, network }: RunningListener, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 10 * SECOND) {
    network.latest.deliver(keepaliveFrame());
    await clock.advance(10 * SECOND);
  }
}

const idsOf = ({ recorded }: RunningListener) => recorded.map(({ id }) => id);

describe('after a pause', () => {
  it('nothing is told where nothing has changed', async () => {
    const listening = await prepareHeard();
    await listen(listening);
    expect(listening.recorded).toEqual([]);
    expect(await listening.db.gaps.toArray()).toMatchObject([
      { from: SINCE, until: START, reason: 'not_running' },
    ]);
    await until(async () =>
      expect(await channelOf(listening.db, '100')).not.toHaveProperty('missed_since'),
    );
  });

  it('a stream that took the place of another is told, and a new title', async () => {
    const listening = await prepareHeard();
    const live = { streamId: '78', startedAt: START - 10 * MINUTE };
    listening.api.channels.set('100', { live, text: { ...TEXT, title: 'Coffee' } });
    await listen(listening);
    expect(listening.recorded.map(({ event_type }) => event_type).toSorted()).toEqual([
      'channel_update',
      'stream_offline',
      'stream_online',
    ]);
    for (const event of listening.recorded) expect(event.found_at).toBe(START);
    expect(listening.recorded.find(({ id }) => id === 'online:78')).toMatchObject({
      natural_key: 'online:78',
      source_type: 'stream.online',
      created_at: live.startedAt,
    });
    expect(
      listening.recorded.find(({ event_type }) => event_type === 'channel_update')?.detail,
    ).toEqual({ before: TEXT, after: { ...TEXT, title: 'Coffee' } });
    expect(listening.channels.at(-1)).toEqual({
      live,
      recordingUrl: null,
      text: { ...TEXT, title: 'Coffee' },
    });
  });

  it('a new title is not told twice where its message comes after', async () => {
    const listening = await prepareHeard();
    listening.api.channels.set('100', { live: LIVE, text: { ...TEXT, title: 'Coffee' } });
    await listen(listening);
    const update = channelUpdate({ title: 'Coffee', category: 'Chess' });
    listening.say('channel.update', update);
    expect(listening.recorded).toHaveLength(1);
    listening.say('channel.update', channelUpdate({ title: 'Milk', category: 'Chess' }));
    expect(listening.recorded).toHaveLength(2);
    // Said once more: that is another change, and not the one that was found.
    listening.say('channel.update', update);
    expect(listening.recorded).toHaveLength(3);
  });

  it('what was heard while it was subscribed goes before what Helix says', async () => {
    const listening = await prepareHeard();
    listening.api.channels.set('100', { live: LIVE, text: { ...TEXT, title: 'Old' } });
    const { promise, resolve } = Promise.withResolvers<void>();
    listening.api.holdChannels(promise);
    await listening.start();
    await listening.welcome();
    listening.say('stream.offline', streamOffline());
    listening.say('channel.update', channelUpdate({ title: 'New' }));
    resolve();
    await settled();
    expect(listening.recorded.map(({ event_type }) => event_type)).toEqual([
      'stream_offline',
      'channel_update',
    ]);
    expect(listening.channels.at(-1)).toMatchObject({ live: null, text: { title: 'New' } });
  });

  it('an end that Helix tells only minutes later is found then', async () => {
    const listening = await prepareHeard();
    await listen(listening);
    listening.api.channels.set('100', { live: null, text: TEXT });
    await stay(listening, 5 * MINUTE);
    expect(idsOf(listening)).toEqual(['offline:77']);
  });

  it('a channel that Helix was never asked about has nothing to be compared with', async () => {
    const listening = await prepareHeard();
    await updateChannel(listening.db, '100', { live: null, text: null });
    await listen(listening);
    expect(listening.recorded).toEqual([]);
    expect(listening.channels.at(-1)).toEqual({ live: LIVE, recordingUrl: null, text: TEXT });
  });

  it('a broken Helix keeps nobody from listening, and is asked again', async () => {
    const listening = await prepareHeard();
    const { stream } = listening.api;
    listening.api.channels.set('100', { live: null, text: { ...TEXT, title: 'Coffee' } });
    listening.api.stream = async () => {
      throw new Error('no answer');
    };
    await listen(listening);
    expect(listening.connections.at(-1)).toEqual({ state: 'listening', problem: null });
    expect(listening.recorded).toHaveLength(1);
    expect((await channelOf(listening.db, '100'))?.missed_since).toBe(SINCE);
    listening.api.stream = stream;
    await stay(listening, MINUTE);
    expect(idsOf(listening)).toContain('offline:77');
  });
});

describe('on the very first listen', () => {
  it('nothing is a gap and nothing was missed', async () => {
    const listening = prepareListener();
    listening.api.channels.set('100', { live: LIVE, text: TEXT });
    listening.api.archives.set('100', [
      { id: 'v', streamId: '70', startedAt: SINCE, endsAt: SINCE + MINUTE, url: '' },
    ]);
    await listen(listening);
    expect(listening.recorded).toEqual([]);
    expect(await listening.db.gaps.count()).toBe(0);
    expect(listening.channels.at(-1)).toEqual({ live: LIVE, recordingUrl: null, text: TEXT });
  });
});

describe('moderators', () => {
  const follower = (id: string, followedAt: number) => ({
    person: { id, login: `fan_${id}`, name: `Fan_${id}` },
    followedAt,
  });

  it('are told who has followed, once each', async () => {
    const listening = await prepareHeard();
    const second = Date.UTC(2026, 9, 1, 17, 50);
    listening.api.past.followers.push(follower('2', second), follower('1', SINCE - MINUTE));
    await listen(listening, MODERATOR);
    expect(listening.recorded).toMatchObject([
      {
        id: `follow:2:${second / SECOND}`,
        event_type: 'follow',
        viewer_name: 'Fan_2',
        created_at: second,
        found_at: START,
      },
    ]);
    // The live message comes after all: it bears the same key, by which the log knows it.
    const user = { id: '2', login: 'fan_2', name: 'Fan_2' };
    const followed_at = new Date(second + 123).toISOString();
    listening.say('channel.follow', channelFollow({ user, followed_at }));
    expect(listening.recorded[1]?.natural_key).toBe(listening.recorded[0]?.natural_key);
  });

  it('alone are: nobody else asks', async () => {
    const listening = await prepareHeard();
    listening.api.past.followers.push(follower('2', START - MINUTE));
    await listen(listening);
    expect(listening.recorded).toEqual([]);
  });
});

describe('the streamer', () => {
  const poll = { pollId: 'p1', title: 'Which?', choices: [] };
  const prediction = { predictionId: 'q1', title: 'Will it?', outcomes: [], winnerId: null };
  const times = { startedAt: START - 20 * MINUTE, endedAt: START - 10 * MINUTE };

  async function prepareOwn(): Promise<RunningListener> {
    const listening = await prepareHeard();
    const { past } = listening.api;
    past.polls.push({ ...poll, status: 'completed', ...times });
    past.predictions.push({ ...prediction, status: 'canceled', lockedAt: null, ...times });
    return listening;
  }

  it('is told of polls and predictions', async () => {
    const listening = await prepareOwn();
    await listen(listening, THE_STREAMER);
    expect(idsOf(listening).toSorted()).toEqual([
      'poll:p1:begin',
      'poll:p1:end',
      'prediction:q1:begin',
      'prediction:q1:end',
    ]);
  });

  it('is not told of what was not granted', async () => {
    const listening = await prepareOwn();
    await listen(listening, anAccount({ id: '100' }));
    expect(listening.recorded).toEqual([]);
  });
});
