import { describe, expect, it } from 'vitest';
import { channelOf } from '@/lib/db/channels';
import { MINUTE, SECOND } from '@/lib/time';
import {
  channelUpdate,
  streamOffline,
  streamOnline,
} from '@/tests/simulator/shapes/channel/stream';
import { type FavoriteFeed } from '@/tests/support/builders/feed';
import { START } from '@/tests/support/fakes/fake-clock';
import { type RunningBackground, runBackground } from '@/tests/support/running/running-background';
import { until } from '@/tests/support/until';

/** A moment in the time that Twitch sends, in seconds after the start. */
const moment = (second: number) => new Date(START + second * SECOND).toISOString();

/** Delivers the frames of broadcasts. Times are in seconds after the start. */
function broadcastsOf({ notify }: Pick<RunningBackground, 'notify'>) {
  return {
    online: (streamId: string, second: number, startedAt = 0) =>
      notify('stream.online', streamOnline({ id: streamId, started_at: moment(startedAt) }), {
        id: `online-${streamId}-${second}`,
        timestamp: moment(second),
      }),
    offline: (streamId: string | undefined, second: number) =>
      notify('stream.offline', streamOffline(streamId === undefined ? {} : { id: streamId }), {
        id: `offline-${streamId}-${second}`,
        timestamp: moment(second),
      }),
  };
}

const TEXT = { title: 'Tea', category: 'Chess', language: 'en', labels: [] };

/** Returns the broadcast in the header, and the kinds and seconds of the rows, newest first. */
function summaryOf({ channel, rows }: FavoriteFeed): string[] {
  const shown = rows.map(({ kind, createdAt }) => `${kind} ${(createdAt - START) / SECOND}`);
  return [`live: ${channel.live?.streamId}`, ...shown];
}

async function listening() {
  const running = await runBackground();
  running.api.channels.set('100', { live: null, text: TEXT });
  await running.listenTo('demo_streamer');
  await until(async () => expect(await channelOf(running.db, '100')).toMatchObject({ text: TEXT }));
  return { ...running, ...broadcastsOf(running) };
}

describe('a late end', () => {
  it.each([
    ['that names its broadcast', '1'],
    ['without an id', undefined],
  ])('%s leaves the next broadcast live', async (_case, id) => {
    const { online, offline, waitForFeed } = await listening();
    online('1', 5);
    online('2', 65, 60);
    offline(id, 70);
    await waitForFeed((feed) =>
      expect(summaryOf(feed)).toEqual([
        'live: 2',
        'stream_online 65',
        'stream_offline 60',
        'stream_online 5',
      ]),
    );
    offline(id && '2', 900);
    await waitForFeed((feed) =>
      expect(summaryOf(feed)).toEqual([
        'live: undefined',
        'stream_offline 900',
        'stream_online 65',
        'stream_offline 60',
        'stream_online 5',
      ]),
    );
  });
});

describe('a broadcast that Twitch reports several times', () => {
  it('has not ended while it is live, and ends once', async () => {
    const { online, offline, waitForFeed, db } = await listening();
    online('1', 5);
    offline('1', 100);
    await waitForFeed((feed) =>
      expect(summaryOf(feed)).toEqual(['live: undefined', 'stream_offline 100', 'stream_online 5']),
    );
    online('1', 110);
    await waitForFeed((feed) => expect(summaryOf(feed)).toEqual(['live: 1', 'stream_online 5']));
    offline('1', 160);
    await waitForFeed((feed) =>
      expect(summaryOf(feed)).toEqual(['live: undefined', 'stream_offline 160', 'stream_online 5']),
    );
    const counts = await db.counts.where('period').equals('all').toArray();
    expect(counts.map(({ event_type, count }) => `${event_type} ${count}`).toSorted()).toEqual([
      'stream_offline 1',
      'stream_online 1',
    ]);
  });

  it('is live when its reports arrive in another order', async () => {
    const { online, offline, waitForFeed } = await listening();
    online('1', 5);
    online('1', 110);
    offline('1', 100);
    await waitForFeed((feed) => expect(summaryOf(feed)).toEqual(['live: 1', 'stream_online 5']));
  });

  it('has not ended when the old end is repeated for the next worker', async () => {
    const { online, offline, waitForFeed, restart, api } = await listening();
    online('1', 5);
    offline('1', 100);
    online('1', 110);
    await waitForFeed((feed) => expect(summaryOf(feed)).toEqual(['live: 1', 'stream_online 5']));
    api.channels.set('100', { live: { streamId: '1', startedAt: START }, text: TEXT });
    const next = await restart();
    await next.background.start();
    await next.welcome();
    broadcastsOf(next).offline('1', 100);
    next.notify('channel.update', channelUpdate(), { timestamp: moment(200) });
    await next.waitForFeed(({ rows, channel }) => {
      expect(rows.map(({ kind }) => kind)).toEqual(['channel_update', 'stream_online']);
      expect(channel.live?.streamId).toBe('1');
    });
  });

  it('goes on after an end in a gap that Twitch found too early', async () => {
    const { online, offline, waitForFeed, restart, api, clock } = await listening();
    online('1', 5);
    offline('1', 10);
    await waitForFeed((feed) =>
      expect(summaryOf(feed)).toEqual(['live: undefined', 'stream_offline 10', 'stream_online 5']),
    );
    clock.sleep(10 * MINUTE);
    api.channels.set('100', { live: { streamId: '1', startedAt: START }, text: TEXT });
    const next = await restart();
    await next.background.start();
    await next.welcome();
    await next.waitForFeed(({ rows, channel }) => {
      expect(rows.map(({ kind }) => kind)).toEqual(['stream_online']);
      expect(channel.live?.streamId).toBe('1');
    });
  });
});
