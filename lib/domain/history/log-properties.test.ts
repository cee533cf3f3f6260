import assert from 'node:assert';
import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { MINUTE } from '@/lib/time';
import { createMemoryLog } from '@/tests/support/memory-log';
import { naiveLog, shapeOf } from '@/tests/support/naive-log';
import { EVENTS, shuffledEvening } from '@/tests/support/shuffled-evening';

const SEEDS = 1000;
/** Ten seconds of work, on a machine that may have other work to do. */
const TIMEOUT = 2 * MINUTE;

interface Met {
  merged: number;
  undone: number;
  folded: number;
  headless: number;
  replaced: number;
}

type Log = ReturnType<typeof createMemoryLog>;

/** Only a difference is worth the slow comparison that explains it. */
function expectSame(actual: unknown, expected: unknown, seed: number): void {
  if (isDeepStrictEqual(actual, expected)) return;
  throw new assert.AssertionError({ message: `seed ${seed}`, actual, expected });
}

/** Counts what a log went through, so that nothing is proved about what never happened. */
function count(met: Met, log: Log, rows: readonly ReturnType<typeof shapeOf>[]): void {
  met.replaced += EVENTS - log.events.length;
  met.undone += rows.filter(({ isUndone }) => isUndone).length;
  met.folded += rows.filter(({ followers }) => followers.length > 1).length;
  met.headless += rows.filter(({ bomb }) => bomb !== null && bomb.total === null).length;
  met.merged += rows.filter(
    ({ kind, lastSeq, id }) => kind === 'channel_update' && log.events[lastSeq - 1]?.id !== id,
  ).length;
}

it(`500 events in disorder, each delivered twice (${SEEDS} seeds)`, { timeout: TIMEOUT }, () => {
  const met: Met = { merged: 0, undone: 0, folded: 0, headless: 0, replaced: 0 };
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const batches = shuffledEvening(seed);
    const log = createMemoryLog();
    for (const batch of batches) log.record(batch);
    log.fold();
    const expected = naiveLog(batches);
    const rows = log.rows().map(shapeOf);
    expectSame(
      log.events.map(({ id, seq, detail }) => ({ id, seq, detail })),
      expected.entries.map(({ id, seq, event: { detail } }) => ({ id, seq, detail })),
      seed,
    );
    expectSame(rows, expected.rows, seed);
    count(met, log, rows);
  }
  expect(Math.min(...Object.values(met))).toBeGreaterThan(SEEDS);
});
