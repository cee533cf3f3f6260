import { expect, it } from 'vitest';
import { readSlots } from '@/lib/db/broadcasts/slots';
import type { Database } from '@/lib/db/database';
import { filterOfAddress } from '@/lib/db/feed/log/address-filter';
import { readLogRows } from '@/lib/db/feed/log-rows';
import { recordEvents } from '@/lib/db/history/events';
import { groupFollows } from '@/lib/db/history/group-follows';
import { hoursIn } from '@/lib/db/log-index/hours-in';
import { ALL_TIME } from '@/lib/domain/history/spans';
import { SLOT_MS } from '@/lib/domain/log-index/hour';
import { type HistoryAddress, WHOLE_HISTORY } from '@/lib/domain/view/history-address';
import { HOUR, MINUTE } from '@/lib/time';
import { createRandom } from '@/tests/simulator/core/random';
import { longRows } from '@/tests/support/builders/long-rows';
import { randomLog } from '@/tests/support/builders/random-log';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { indexed } from '@/tests/support/database/indexed';
import { START } from '@/tests/support/fakes/fake-clock';
import { rowsOf } from '../broadcasts/rows-of';
import { rowsBehind } from '../statistics/rows-behind';

const timeout = MINUTE;
const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);

async function hasRows(db: Database, change: Partial<HistoryAddress>): Promise<boolean> {
  const filter = await filterOfAddress(db, { ...WHOLE_HISTORY, ...change });
  const page = await readLogRows(db, { ...filter, limit: 1 });
  return page?.rows.length === 1;
}

it.each(SEEDS)(
  'five minutes and hours with events lead to rows, with seed %i',
  { timeout },
  async (seed) => {
    const random = createRandom(seed);
    const db = freshDatabase();
    const events = [...randomLog(seed, 30), ...longRows(random, 12, 300)];
    // In any order, so that some rows begin later than their first event.
    for (const event of random.shuffle(events)) await recordEvents(db, [event]);
    await groupFollows(db, START + 20_000 * HOUR);
    await indexed(db);

    const broadcast = { streamerId: '100' };
    const slots = await readSlots(db, broadcast.streamerId, { from: 0, until: Infinity });
    expect(slots.length).toBeGreaterThan(10);
    for (const { at } of slots) {
      const change = rowsOf(broadcast, { from: at, until: at + SLOT_MS });
      expect(await hasRows(db, change), `five minutes from ${at}`).toBe(true);
    }
    for (const { hour, streamer_id: streamerId } of await hoursIn(db, null, ALL_TIME)) {
      const weekHour = { weekday: new Date(hour).getDay(), hour: new Date(hour).getHours() };
      const change = rowsBehind({ ...WHOLE_HISTORY, streamerId }, { weekHour });
      expect(await hasRows(db, change), `an hour like that from ${hour}`).toBe(true);
    }
  },
); // prettier-ignore
