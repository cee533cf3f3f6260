import assert from 'node:assert';
import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { MINUTE } from '@/lib/time';
import { EVENTS, shuffledEvening } from '@/tests/support/builders/shuffled-evening';
import { createMemoryLog } from '@/tests/support/database/memory-log';
import { naiveLog, shapeOf } from '@/tests/support/database/naive-log';

const SEEDS = 1000;
/** The work takes ten seconds; a busy machine needs more. */
const TIMEOUT = 2 * MINUTE;

/** The number of times that each case occurred. */
interface CaseCounts {
  merged: number;
  undone: number;
  grouped: number;
  headless: number;
  replaced: number;
}

type Log = ReturnType<typeof createMemoryLog>;

/** Explains a difference only if there is one, because that comparison is slow. */
function expectSame(actual: unknown, expected: unknown, seed: number): void {
  if (isDeepStrictEqual(actual, expected)) return;
  throw new assert.AssertionError({ message: `seed ${seed}`, actual, expected });
}

/** Counts the cases in a log, so that the test cannot pass without them. */
function count(cases: CaseCounts, log: Log, rows: readonly ReturnType<typeof shapeOf>[]): void {
  cases.replaced += EVENTS - log.events.length;
  cases.undone += rows.filter(({ isUndone }) => isUndone).length;
  cases.grouped += rows.filter(({ followers }) => followers.length > 1).length;
  cases.headless += rows.filter(({ bomb }) => bomb !== null && bomb.total === null).length;
  cases.merged += rows.filter(
    ({ kind, lastSeq, id }) => kind === 'channel_update' && log.events[lastSeq - 1]?.id !== id,
  ).length;
}

it(`holds the right rows after 500 events in random order, each twice (${SEEDS} seeds)`, {
  timeout: TIMEOUT,
}, () => {
  const cases: CaseCounts = { merged: 0, undone: 0, grouped: 0, headless: 0, replaced: 0 };
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const batches = shuffledEvening(seed);
    const log = createMemoryLog();
    for (const batch of batches) log.record(batch);
    log.groupFollows();
    const expected = naiveLog(batches);
    const rows = log.rows().map(shapeOf);
    expectSame(
      log.events.map(({ id, seq, detail }) => ({ id, seq, detail })),
      expected.entries.map(({ id, seq, event: { detail } }) => ({ id, seq, detail })),
      seed,
    );
    expectSame(rows, expected.rows, seed);
    count(cases, log, rows);
  }
  expect(Math.min(...Object.values(cases))).toBeGreaterThan(SEEDS);
});
