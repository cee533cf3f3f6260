import { afterEach, describe, expect, it } from 'vitest';
import { newestGaps } from '@/lib/db/history/newest-gaps';
import { HOUR, MINUTE, SECOND, utcDay } from '@/lib/time';
import { createRandom } from '@/tests/simulator/core/random';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { notificationFrame } from '@/tests/support/builders/frames';
import { START } from '@/tests/support/fakes/fake-clock';
import {
  INTERRUPTION_KINDS,
  type ListeningDays,
  listenForDays,
} from '@/tests/support/running/listening-days';

const HOURS = [-12, -3, -1, 1, 3, 12];
const ZONES = ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kolkata'];

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

/** Delivers a sub with a time by Twitch's clock. */
function deliverSub({ running: now }: ListeningDays, at: number): void {
  const event = chatNotification({ notice_type: 'sub' });
  const timestamp = new Date(at).toISOString();
  now.network.latest.deliver(notificationFrame('channel.chat.notification', event, { timestamp }));
}

describe('a clock that is set while events arrive', () => {
  it.each(HOURS)('by %i hours changes neither their order nor their days', async (hours) => {
    const days = await listenForDays();
    // Around midnight, by Twitch's clock.
    const times = [5.9, 5.99, 6.01, 6.1].map((hour) => START + hour * HOUR);
    for (const [index, at] of times.entries()) {
      if (index === 2) days.setClock(hours * HOUR);
      process.env['TZ'] = ZONES[index];
      deliverSub(days, at);
      await days.running.waitForFeed(({ rows }) => expect(rows).toHaveLength(index + 1));
    }
    await days.running.waitForFeed(({ rows }) =>
      expect(rows.map(({ createdAt }) => createdAt)).toEqual(times.toReversed()),
    );
    const counts = await days.running.db.counts.orderBy('period').toArray();
    expect(counts.map(({ period, count }) => [period, count])).toEqual([
      [utcDay(START), 2],
      [utcDay(START + 6.5 * HOUR), 2],
      ['all', 4],
    ]);
  });
});

describe('a clock that is set while the extension does not listen', () => {
  it.each(HOURS.flatMap((hours) => (['kill', 'cut'] as const).map((way) => ({ hours, way }))))(
    'by $hours hours leaves one gap above the earlier events ($way)',
    async ({ hours, way }) => {
      const days = await listenForDays();
      await days.listen(2 * MINUTE);
      const before = days.running.clock.now();
      deliverSub(days, before);
      await days.running.waitForFeed(({ rows }) => expect(rows).toHaveLength(1));
      days.setClock(hours * HOUR);
      await days.interrupt(way, 20 * MINUTE);
      const gaps = await newestGaps(days.running.db, {
        streamerId: '100',
        endedAfter: 0,
        limit: 9,
      });
      expect(gaps).toHaveLength(1);
      // The list shows it above the newest row from before its end.
      expect(gaps[0]?.until).toBeGreaterThan(before);
      expect(gaps[0]?.from).toBeLessThanOrEqual(before);
      await days.running.waitForFeed((feed) => expect(feed.gaps).toHaveLength(1));
    },
  );
});

it.each([1, 2, 3])(
  'gaps are never empty and never overlap when the clock is set (seed %i)',
  async (seed) => {
    const random = createRandom(seed);
    const days = await listenForDays();
    for (let round = 0; round < 12; round += 1) {
      await days.listen(random.integer(1, 12) * 10 * SECOND);
      days.setClock(random.integer(-6 * HOUR, 6 * HOUR));
      const way = random.pick(INTERRUPTION_KINDS);
      // A sleep is noticed by the clock. If that was set back before, a timer notices it.
      if (way === 'sleep' || random.chance(0.5)) await days.listen(10 * SECOND);
      await days.interrupt(way, random.integer(MINUTE, HOUR));
    }
    const gaps = (
      await newestGaps(days.running.db, { streamerId: '100', endedAfter: 0, limit: 1000 })
    ).toReversed();
    expect(gaps.length).toBeGreaterThan(0);
    expect(gaps.filter(({ from, until }) => from >= until)).toEqual([]);
    const ends = gaps.flatMap(({ from, until }) => [from, until]);
    expect(ends).toEqual(ends.toSorted((a, b) => a - b));
  },
);
