import { expect, it } from 'vitest';
import { totalsOf } from '@/lib/domain/history/slots';
import { MINUTE, SECOND } from '@/lib/time';
import { createRandom } from '@/tests/simulator/core/random';
import { randomLog } from '@/tests/support/builders/random-log';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { indexed } from '@/tests/support/database/indexed';
import { START } from '@/tests/support/fakes/fake-clock';
import { recordEvents } from '../history/events';
import { readSlots } from './slots';

const timeout = 2 * MINUTE;
const SEEDS = Array.from({ length: 200 }, (_, index) => index + 1);

it.each([[SEEDS]])(
  'slots add up to what the raw table has, from the first to the last second',
  async (seeds) => {
    for (const seed of seeds) {
      const random = createRandom(seed);
      const db = freshDatabase();
      await recordEvents(db, randomLog(seed, 60));
      await indexed(db);
      const from = START + random.integer(-10, 300 * 60) * SECOND;
      const until = random.chance(0.2) ? Infinity : from + random.integer(0, 200 * 60) * SECOND;
      const all = await db.events.toArray();
      const own = all.filter(
        ({ streamer_id, created_at }) =>
          streamer_id === '100' && created_at >= from && created_at < until,
      );
      const slots = await readSlots(db, '100', { from, until });
      const { counts, bits, events, peak } = totalsOf(slots);
      const kinds = Map.groupBy(own, ({ event_type }) => event_type);
      const expected = [...kinds].map(([kind, { length }]) => [kind, length]);
      expect(counts, `seed ${seed}`).toEqual(Object.fromEntries(expected));
      expect(events).toBe(own.length);
      expect(bits).toBe(
        own.reduce((sum, event) => sum + (event.event_type === 'cheer' ? event.detail.bits : 0), 0),
      );
      const most = [...Map.groupBy(own, (event) => Math.floor(event.created_at / (5 * MINUTE)))];
      expect(peak?.events ?? 0).toBe(Math.max(0, ...most.map(([, { length }]) => length)));
    }
  },
  timeout,
);
