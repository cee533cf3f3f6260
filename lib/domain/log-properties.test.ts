import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { MINUTE } from '@/lib/time';
import { createMemoryLog } from '@/tests/support/memory-log';
import { naiveLog, shapeOf } from '@/tests/support/naive-log';
import { EVENTS, shuffledEvening } from '@/tests/support/shuffled-evening';

const SEEDS = 1000;
/** Ten seconds of work, on a machine that may have other work to do. */
const TIMEOUT = 2 * MINUTE;

it(`500 events in disorder, each delivered twice (${SEEDS} seeds)`, { timeout: TIMEOUT }, () => {
  const met = { merged: 0, undone: 0, folded: 0, headless: 0, replaced: 0 };
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const batches = shuffledEvening(seed);
    const log = createMemoryLog();
    for (const batch of batches) log.record(batch);
    log.fold();
    const expected = naiveLog(batches);
    const rows = log.rows().map(shapeOf);
    const held = log.events.map(({ id, seq, detail }) => ({ id, seq, detail }));
    const mustHold = expected.entries.map(({ id, seq, event: { detail } }) => ({
      id,
      seq,
      detail,
    }));
    // The slow comparison that explains a difference is for those that have one.
    if (!isDeepStrictEqual(held, mustHold))
      expect({ seed, held }).toEqual({ seed, held: mustHold });
    if (!isDeepStrictEqual(rows, expected.rows)) {
      expect({ seed, rows }).toEqual({ seed, rows: expected.rows });
    }
    met.replaced += EVENTS - held.length;
    for (const { kind, lastSeq, id, isUndone, followers, bomb } of rows) {
      if (isUndone) met.undone += 1;
      if (followers.length > 1) met.folded += 1;
      if (bomb !== null && bomb.total === null) met.headless += 1;
      if (kind === 'channel_update' && log.events[lastSeq - 1]?.id !== id) met.merged += 1;
    }
  }
  // Nothing was proved about what never happened.
  expect(Math.min(...Object.values(met))).toBeGreaterThan(SEEDS);
});
