import { describe, expect, it, vi } from 'vitest';
import { IN_FLIGHT_MS } from '@/lib/app/listening/gaps/presence';
import { newestGaps } from '@/lib/db/history/newest-gaps';
import { HOUR, MINUTE, SECOND } from '@/lib/time';
import { createRandom } from '@/tests/simulator/core/random';
import { channelUpdate, streamOnline } from '@/tests/simulator/shapes/channel/stream';
import {
  keepaliveFrame,
  notificationFrame,
  reconnectFrame,
  welcomeFrame,
} from '@/tests/support/builders/frames';
import {
  type CausedGap,
  INTERRUPTION_KINDS,
  type ListeningDays,
  listenForDays,
} from '@/tests/support/running/listening-days';
import { runBackground } from '@/tests/support/running/running-background';

const TEXT = { title: 'Tea', category: 'Chess', language: 'en', labels: [] };

async function gapsOf({ running: now }: ListeningDays): Promise<CausedGap[]> {
  const gaps = await newestGaps(now.db, { streamerId: '100', endedAfter: 0, limit: 1000 });
  return gaps.toReversed().map(({ from, until, reason }) => ({ from, until, reason }));
}

describe('an interruption', () => {
  it.each(INTERRUPTION_KINDS)(
    'by %s becomes one gap with its reason, which is shown',
    async (way) => {
      const days = await listenForDays();
      await days.listen(2 * MINUTE);
      const pause = await days.interrupt(way, 20 * MINUTE);
      expect(await gapsOf(days)).toEqual([pause]);
      await days.running.waitForFeed(({ gaps }) => expect(gaps).toMatchObject([pause]));
      // The extension has never listened to the other streamer before.
      expect(
        await newestGaps(days.running.db, { streamerId: '101', endedAfter: 0, limit: 10 }),
      ).toEqual([]);
    },
  );

  it('in which the worker is killed several times becomes one gap', async () => {
    const days = await listenForDays();
    const from = days.running.clock.now();
    let running = days.running;
    for (let kill = 0; kill < 3; kill += 1) {
      running = await running.restart();
      running.clock.sleep(5 * MINUTE);
      // This worker is killed before its socket is welcomed.
      await running.background.start();
    }
    await running.welcome();
    await running.waitForFeed(({ gaps }) =>
      expect(gaps).toMatchObject([{ from, until: from + 15 * MINUTE, reason: 'not_running' }]),
    );
    expect(await running.db.gaps.count()).toBe(1);
  });

  it('begins with the sleep, even if a frame from before is read after it', async () => {
    const days = await listenForDays();
    await days.listen(2 * MINUTE);
    const { clock, network, background, welcome, waitForFeed } = days.running;
    const asleepAt = clock.now();
    clock.sleep(HOUR);
    network.latest.deliver(keepaliveFrame(asleepAt));
    network.latest.closeWith(1006);
    background.hurry();
    await welcome();
    const from = asleepAt - IN_FLIGHT_MS;
    const pause = { from, until: asleepAt + HOUR, reason: 'not_running' };
    await waitForFeed(({ gaps }) => expect(gaps).toMatchObject([pause]));
  });

  it('does not happen in a session reconnect', async () => {
    const days = await listenForDays();
    await days.listen(2 * MINUTE);
    const { network, clock, db, notify } = days.running;
    const oldSocket = network.latest;
    oldSocket.deliver(reconnectFrame('wss://eventsub.wss.twitch.tv/ws?again'));
    await clock.advance(SECOND);
    network.latest.deliver(welcomeFrame('session-2'));
    await days.listen(2 * MINUTE);
    notify('stream.online', streamOnline());
    expect(oldSocket.isClosed).toBe(true);
    expect(await db.gaps.count()).toBe(0);
  });

  it('begins before an event that could not be stored, if the worker is killed', async () => {
    const days = await listenForDays();
    await days.listen(2 * MINUTE);
    const happenedAt = days.running.clock.now();
    vi.spyOn(days.running.db.events, 'bulkAdd').mockRejectedValue(new DOMException('full'));
    const timestamp = new Date(happenedAt).toISOString();
    days.running.network.latest.deliver(
      notificationFrame('stream.online', streamOnline(), { timestamp }),
    );
    for (let frame = 0; frame < 5; frame += 1) {
      await days.running.clock.advance(10 * SECOND);
      days.running.network.latest.deliver(keepaliveFrame());
    }
    const next = await days.running.restart();
    next.clock.sleep(HOUR);
    await next.background.start();
    await next.welcome();
    await next.waitForFeed(({ gaps }) => expect(gaps).toHaveLength(1));
    const [gap] = await gapsOf(days);
    expect(gap?.from).toBeLessThanOrEqual(happenedAt);
    expect(gap?.until).toBeGreaterThan(happenedAt + HOUR);
  });

  it('does not happen when a streamer is listened to for the first time', async () => {
    const { listenTo, waitForFeed, db } = await runBackground();
    await listenTo('demo_streamer');
    await waitForFeed(({ connection }) => expect(connection.state).toBe('listening'));
    expect(await db.gaps.count()).toBe(0);
  });
});

describe('an unstable connection', () => {
  it('leads to one gap that grows until an event arrives', async () => {
    const days = await listenForDays();
    await days.listen(2 * MINUTE);
    const first = await days.interrupt('cut', MINUTE);
    await days.listen(20 * SECOND);
    const second = await days.interrupt('cut', MINUTE);
    expect(await gapsOf(days)).toEqual([{ ...first, until: second.until }]);
    await days.listen(20 * SECOND);
    const timestamp = new Date(days.running.clock.now()).toISOString();
    days.running.network.latest.deliver(
      notificationFrame('stream.online', streamOnline(), { timestamp }),
    );
    await days.running.waitForFeed(({ rows }) => expect(rows).toHaveLength(1));
    const third = await days.interrupt('cut', MINUTE);
    expect(await gapsOf(days)).toEqual([{ ...first, until: second.until }, third]);
  });
});

describe('the backfill', () => {
  it('adds missed events once, marked as found later', async () => {
    const days = await listenForDays();
    const { api } = days.running;
    api.channels.set('100', { live: null, text: TEXT });
    await days.interrupt('cut', MINUTE);
    const startedAt = days.running.clock.now() + MINUTE;
    const live = { streamId: '77', startedAt };
    api.channels.set('100', { live, text: { ...TEXT, title: 'Coffee' } });
    await days.listen(30 * SECOND);
    await days.interrupt('kill', HOUR);
    await days.running.waitForFeed(({ rows, channel }) => {
      expect(rows.map(({ kind, isFoundLater }) => [kind, isFoundLater])).toEqual([
        ['channel_update', true],
        ['stream_online', true],
      ]);
      expect(rows[1]).toMatchObject({ id: 'online:77', createdAt: startedAt });
      expect(channel).toMatchObject({ live, text: { title: 'Coffee' } });
    });
    const started_at = new Date(startedAt).toISOString();
    days.running.notify('stream.online', streamOnline({ id: '77', started_at }));
    days.running.notify('channel.update', channelUpdate({ title: 'Coffee', category: 'Chess' }));
    // Another worker finds nothing new.
    await days.interrupt('kill', HOUR);
    await days.running.waitForFeed(({ rows }) => expect(rows).toHaveLength(2));
    expect(await days.running.db.events.count()).toBe(2);
  });
});

/**
 * Returns true if a gap begins and ends with an interruption, and the interruptions within it are
 * less than a minute apart.
 */
function consistsOf(gap: CausedGap, pauses: readonly CausedGap[]): boolean {
  const inside = pauses.filter(({ from, until }) => from >= gap.from && until <= gap.until);
  return (
    inside.at(0)?.from === gap.from &&
    inside.at(-1)?.until === gap.until &&
    inside.every(
      ({ from }, index) => index === 0 || from - (inside[index - 1]?.until ?? 0) < MINUTE,
    )
  );
}

it.each([1, 2, 3, 4])(
  'gaps cover all interruptions of random days, and never overlap (seed %i)',
  async (seed) => {
    const random = createRandom(seed);
    const days = await listenForDays();
    const pauses: CausedGap[] = [];
    for (let round = 0; round < 12; round += 1) {
      await days.listen(random.integer(1, 12) * 10 * SECOND);
      pauses.push(
        await days.interrupt(random.pick(INTERRUPTION_KINDS), random.integer(MINUTE, HOUR)),
      );
    }
    const gaps = await gapsOf(days);
    expect(gaps.length).toBeGreaterThan(0);
    expect(gaps.filter((gap) => !consistsOf(gap, pauses))).toEqual([]);
    for (const pause of pauses) {
      expect(
        gaps.filter(({ from, until }) => pause.from >= from && pause.until <= until),
      ).toHaveLength(1);
    }
    const ends = gaps.flatMap(({ from, until }) => [from, until]);
    expect(ends).toEqual(ends.toSorted((a, b) => a - b));
  },
);
