import { expect, it } from 'vitest';
import type { Gap } from '../history/gap';
import { gapsAbove } from './gap-marks';

const ROWS = [30, 20, 10].map((createdAt) => ({ id: `row-${createdAt}`, createdAt }));

function gap(from: number, until: number): Gap {
  return { streamer_id: '100', from, until, reason: 'not_running' };
}

it.each<[string, Gap[], [string, Gap[]][]]>([
  ['no gap', [], []],
  ['between two rows, above the older one', [gap(22, 28)], [['row-20', [gap(22, 28)]]]],
  ['newer than every row, above the newest', [gap(32, 40)], [['row-30', [gap(32, 40)]]]],
  ['with a backfilled row in it, above that row', [gap(15, 28)], [['row-20', [gap(15, 28)]]]],
  ['that ends at the time of a row, above that row', [gap(22, 30)], [['row-30', [gap(22, 30)]]]],
  ['older than every row, nowhere', [gap(1, 5)], []],
  [
    'several between the same two rows',
    [gap(26, 28), gap(22, 24)],
    [['row-20', [gap(26, 28), gap(22, 24)]]],
  ],
])('marks gaps: %s', (_where, gaps, expected) => {
  expect([...gapsAbove(ROWS, gaps)]).toEqual(expected);
});
