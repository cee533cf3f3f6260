import { describe, expect, it } from 'vitest';
import { channelOf, updateChannel } from '@/lib/db/channels';
import { MINUTE, SECOND } from '@/lib/time';
import { channelUpdate, streamOffline } from '@/tests/simulator/shapes/channel/stream';
import { keepaliveFrame } from '@/tests/support/builders/frames';
import { START, settled } from '@/tests/support/fakes/fake-clock';
import {
  LIVE,
  listenAfterGap,
  prepareGap,
  SINCE,
  TEXT,
} from '@/tests/support/running/listener-after-gap';
import { prepareListener, type RunningListener } from '@/tests/support/running/running-listener';
import { until } from '@/tests/support/until';

/** Lets time pass while Twitch sends a keepalive every ten seconds. */
async function listenFor({ clock, network }: RunningListener, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 10 * SECOND) {
    network.latest.deliver(keepaliveFrame());
    await clock.advance(10 * SECOND);
  }
}

const idsOf = ({ recorded }: RunningListener) => recorded.map(({ id }) => id);

describe('after a gap', () => {
  it('records nothing but the gap if nothing has changed', async () => {
    const running = await prepareGap();
    await listenAfterGap(running);
    expect(running.recorded).toEqual([]);
    expect(await running.db.gaps.toArray()).toMatchObject([
      { from: SINCE, reason: 'not_running', ends: [['100', START]] },
    ]);
    await until(async () =>
      expect(await channelOf(running.db, '100')).not.toHaveProperty('missed_since'),
    );
  });

  it('records a stream that replaced another one, and a new title', async () => {
    const running = await prepareGap();
    const live = { streamId: '78', startedAt: START - 10 * MINUTE };
    running.api.channels.set('100', { live, text: { ...TEXT, title: 'Coffee' } });
    await listenAfterGap(running);
    expect(running.recorded.map(({ event_type }) => event_type).toSorted()).toEqual([
      'channel_update',
      'stream_offline',
      'stream_online',
    ]);
    for (const event of running.recorded) expect(event.found_at).toBe(START);
    expect(running.recorded.find(({ id }) => id === 'online:78')).toMatchObject({
      natural_key: 'online:78',
      source_type: 'stream.online',
      created_at: live.startedAt,
    });
    expect(
      running.recorded.find(({ event_type }) => event_type === 'channel_update')?.detail,
    ).toEqual({ before: TEXT, after: { ...TEXT, title: 'Coffee' } });
    expect(running.channels.at(-1)).toMatchObject({
      live,
      recordingUrl: null,
      text: { ...TEXT, title: 'Coffee' },
    });
  });

  it('records a new title once if its notification arrives after the backfill', async () => {
    const running = await prepareGap();
    running.api.channels.set('100', { live: LIVE, text: { ...TEXT, title: 'Coffee' } });
    await listenAfterGap(running);
    const update = channelUpdate({ title: 'Coffee', category: 'Chess' });
    running.notify('channel.update', update);
    expect(running.recorded).toHaveLength(1);
    running.notify('channel.update', channelUpdate({ title: 'Milk', category: 'Chess' }));
    expect(running.recorded).toHaveLength(2);
    // The same title again is another change, and not the backfilled one.
    running.notify('channel.update', update);
    expect(running.recorded).toHaveLength(3);
  });

  it('prefers an event that arrives during the backfill to the answer of Helix', async () => {
    const running = await prepareGap();
    running.api.channels.set('100', { live: LIVE, text: { ...TEXT, title: 'Old' } });
    const { promise, resolve } = Promise.withResolvers<void>();
    running.api.holdChannels(promise);
    await running.start();
    await running.welcome();
    running.notify('stream.offline', streamOffline());
    running.notify('channel.update', channelUpdate({ title: 'New' }));
    resolve();
    await settled();
    expect(running.recorded.map(({ event_type }) => event_type)).toEqual([
      'stream_offline',
      'channel_update',
    ]);
    expect(running.channels.at(-1)).toMatchObject({ live: null, text: { title: 'New' } });
  });

  it('finds the end of a stream that Helix shows only minutes later', async () => {
    const running = await prepareGap();
    await listenAfterGap(running);
    running.api.channels.set('100', { live: null, text: TEXT });
    await listenFor(running, 5 * MINUTE);
    expect(idsOf(running)).toEqual(['offline:77']);
  });

  it('records no change of a channel whose state before the gap is unknown', async () => {
    const running = await prepareGap();
    await updateChannel(running.db, '100', { live: null, text: null });
    await listenAfterGap(running);
    expect(running.recorded).toEqual([]);
    expect(running.channels.at(-1)).toMatchObject({ live: LIVE, recordingUrl: null, text: TEXT });
  });

  it('listens although Helix fails, and asks again', async () => {
    const running = await prepareGap();
    const { stream } = running.api;
    running.api.channels.set('100', { live: null, text: { ...TEXT, title: 'Coffee' } });
    running.api.stream = async () => {
      throw new Error('no answer');
    };
    await listenAfterGap(running);
    expect(running.connections.at(-1)).toEqual({ state: 'listening', problem: null });
    expect(running.recorded).toHaveLength(1);
    expect((await channelOf(running.db, '100'))?.missed_since).toBe(SINCE);
    running.api.stream = stream;
    await listenFor(running, MINUTE);
    expect(idsOf(running)).toContain('offline:77');
  });
});

describe('when listening to a streamer for the first time', () => {
  it('records neither a gap nor an earlier event', async () => {
    const running = prepareListener();
    running.api.channels.set('100', { live: LIVE, text: TEXT });
    running.api.archives.set('100', [
      { id: 'v', streamId: '70', startedAt: SINCE, endsAt: SINCE + MINUTE, url: '' },
    ]);
    await listenAfterGap(running);
    expect(running.recorded).toEqual([]);
    expect(await running.db.gaps.count()).toBe(0);
    expect(running.channels.at(-1)).toMatchObject({ live: LIVE, recordingUrl: null, text: TEXT });
  });
});
