import { describe, expect, it, vi } from 'vitest';
import { IN_FLIGHT_MS } from '@/lib/app/listening/gap-tracker';
import { newestGaps } from '@/lib/db/history/gaps';
import { HOUR, MINUTE, SECOND } from '@/lib/time';
import { createRandom } from '@/tests/simulator/core/random';
import { channelUpdate, streamOnline } from '@/tests/simulator/shapes/channel/stream';
import {
  keepaliveFrame,
  notificationFrame,
  reconnectFrame,
  welcomeFrame,
} from '@/tests/support/frames';
import {
  type ListeningDays,
  listenForDays,
  type Pause,
  WAYS,
} from '@/tests/support/listening-days';
import { runBackground } from '@/tests/support/running-background';

const TEXT = { title: 'Tea', category: 'Chess', language: 'en', labels: [] };

async function gapsOf({ now }: ListeningDays): Promise<Pause[]> {
  const gaps = await newestGaps(now.db, '100', 0, 1000);
  return gaps.toReversed().map(({ from, until, reason }) => ({ from, until, reason }));
}

describe('a pause', () => {
  it.each(WAYS)('by %s is one gap, with its reason, and on every screen', async (way) => {
    const days = await listenForDays();
    await days.listen(2 * MINUTE);
    const pause = await days.pause(way, 20 * MINUTE);
    expect(await gapsOf(days)).toEqual([pause]);
    await days.now.shows(({ gaps }) => expect(gaps).toMatchObject([pause]));
    // Nobody listened to the other streamer before.
    expect(await newestGaps(days.now.db, '101', 0, 10)).toEqual([]);
  });

  it('in which the worker was killed again and again is still one', async () => {
    const days = await listenForDays();
    const from = days.now.clock.now();
    let running = days.now;
    for (let kill = 0; kill < 3; kill += 1) {
      running = await running.restart();
      running.clock.sleep(5 * MINUTE);
      // This one never comes so far as to be welcomed.
      await running.background.start();
    }
    await running.welcome();
    await running.shows(({ gaps }) =>
      expect(gaps).toMatchObject([{ from, until: from + 15 * MINUTE, reason: 'not_running' }]),
    );
    expect(await running.db.gaps.count()).toBe(1);
  });

  it('begins with the sleep, though a message sent before it is read after it', async () => {
    const days = await listenForDays();
    await days.listen(2 * MINUTE);
    const { clock, network, background, welcome, shows } = days.now;
    const asleepAt = clock.now();
    clock.sleep(HOUR);
    network.latest.deliver(keepaliveFrame(asleepAt));
    network.latest.closeWith(1006);
    background.hurry();
    await welcome();
    const from = asleepAt - IN_FLIGHT_MS;
    const pause = { from, until: asleepAt + HOUR, reason: 'not_running' };
    await shows(({ gaps }) => expect(gaps).toMatchObject([pause]));
  });

  it('is none where one socket hands over to another', async () => {
    const days = await listenForDays();
    await days.listen(2 * MINUTE);
    const { network, clock, db, say } = days.now;
    const old = network.latest;
    old.deliver(reconnectFrame('wss://eventsub.wss.twitch.tv/ws?again'));
    await clock.advance(SECOND);
    network.latest.deliver(welcomeFrame('session-2'));
    await days.listen(2 * MINUTE);
    say('stream.online', streamOnline());
    expect(old.isClosed).toBe(true);
    expect(await db.gaps.count()).toBe(0);
  });

  it('begins before what could not be written, where the worker is killed', async () => {
    const days = await listenForDays();
    await days.listen(2 * MINUTE);
    const happenedAt = days.now.clock.now();
    vi.spyOn(days.now.db.events, 'bulkAdd').mockRejectedValue(new DOMException('full'));
    const timestamp = new Date(happenedAt).toISOString();
    days.now.network.latest.deliver(
      notificationFrame('stream.online', streamOnline(), { timestamp }),
    );
    for (let frame = 0; frame < 5; frame += 1) {
      await days.now.clock.advance(10 * SECOND);
      days.now.network.latest.deliver(keepaliveFrame());
    }
    const next = await days.now.restart();
    next.clock.sleep(HOUR);
    await next.background.start();
    await next.welcome();
    await next.shows(({ gaps }) => expect(gaps).toHaveLength(1));
    const [gap] = await gapsOf(days);
    expect(gap?.from).toBeLessThanOrEqual(happenedAt);
    expect(gap?.until).toBeGreaterThan(happenedAt + HOUR);
  });

  it('is none before the first listen to a streamer', async () => {
    const { listenTo, shows, db } = await runBackground();
    await listenTo('demo_streamer');
    await shows(({ connection }) => expect(connection.state).toBe('listening'));
    expect(await db.gaps.count()).toBe(0);
  });
});

describe('a connection that flaps', () => {
  it('makes one gap that grows, until something was heard', async () => {
    const days = await listenForDays();
    await days.listen(2 * MINUTE);
    const first = await days.pause('cut', MINUTE);
    await days.listen(20 * SECOND);
    const second = await days.pause('cut', MINUTE);
    expect(await gapsOf(days)).toEqual([{ ...first, until: second.until }]);
    await days.listen(20 * SECOND);
    const timestamp = new Date(days.now.clock.now()).toISOString();
    days.now.network.latest.deliver(
      notificationFrame('stream.online', streamOnline(), { timestamp }),
    );
    await days.now.shows(({ rows }) => expect(rows).toHaveLength(1));
    const third = await days.pause('cut', MINUTE);
    expect(await gapsOf(days)).toEqual([{ ...first, until: second.until }, third]);
  });
});

describe('what was missed', () => {
  it('is found by the worker that comes after, marked, and told once', async () => {
    const days = await listenForDays();
    const { api } = days.now;
    api.channels.set('100', { live: null, text: TEXT });
    await days.pause('cut', MINUTE);
    const startedAt = days.now.clock.now() + MINUTE;
    const live = { streamId: '77', startedAt };
    api.channels.set('100', { live, text: { ...TEXT, title: 'Coffee' } });
    await days.listen(30 * SECOND);
    await days.pause('kill', HOUR);
    await days.now.shows(({ rows, channel }) => {
      expect(rows.map(({ kind, isFoundLater }) => [kind, isFoundLater])).toEqual([
        ['channel_update', true],
        ['stream_online', true],
      ]);
      expect(rows[1]).toMatchObject({ id: 'online:77', createdAt: startedAt });
      expect(channel).toMatchObject({ live, text: { title: 'Coffee' } });
    });
    const started_at = new Date(startedAt).toISOString();
    days.now.say('stream.online', streamOnline({ id: '77', started_at }));
    days.now.say('channel.update', channelUpdate({ title: 'Coffee', category: 'Chess' }));
    // A worker more: all is known by now.
    await days.pause('kill', HOUR);
    await days.now.shows(({ rows }) => expect(rows).toHaveLength(2));
    expect(await days.now.db.events.count()).toBe(2);
  });
});

/** The pauses that a gap is made of are less than a minute apart, and it is no longer than they are. */
function isMadeOf(gap: Pause, pauses: readonly Pause[]): boolean {
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
  'gaps cover the pauses of any days, and never overlap (seed %i)',
  async (seed) => {
    const random = createRandom(seed);
    const days = await listenForDays();
    const pauses: Pause[] = [];
    for (let round = 0; round < 12; round += 1) {
      await days.listen(random.integer(1, 12) * 10 * SECOND);
      pauses.push(await days.pause(random.pick(WAYS), random.integer(MINUTE, HOUR)));
    }
    const gaps = await gapsOf(days);
    expect(gaps.length).toBeGreaterThan(0);
    expect(gaps.filter((gap) => !isMadeOf(gap, pauses))).toEqual([]);
    for (const pause of pauses) {
      expect(
        gaps.filter(({ from, until }) => pause.from >= from && pause.until <= until),
      ).toHaveLength(1);
    }
    const ends = gaps.flatMap(({ from, until }) => [from, until]);
    expect(ends).toEqual(ends.toSorted((a, b) => a - b));
  },
);
