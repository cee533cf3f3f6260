import { expect, it } from 'vitest';
import type { Gap } from '../history/gap';
import { gapsAbove } from './gap-marks';

const ROWS = [30, 20, 10].map((createdAt) => ({ id: `row-${createdAt}`, createdAt }));

function gap(from: number, until: number): Gap {
  return { streamer_id: '100', from, until, reason: 'not_running' };
}

it.each<[string, Gap[], [string, Gap[]][]]>([
  ['no gap', [], []],
  ['between two rows, at the older one', [gap(22, 28)], [['row-20', [gap(22, 28)]]]],
  ['newer than every row, at the newest', [gap(32, 40)], [['row-30', [gap(32, 40)]]]],
  ['with a row found in it, above that', [gap(15, 28)], [['row-20', [gap(15, 28)]]]],
  ['until the very time of a row, above that', [gap(22, 30)], [['row-30', [gap(22, 30)]]]],
  ['older than every row, nowhere', [gap(1, 5)], []],
  [
    'several between the same two',
    [gap(26, 28), gap(22, 24)],
    [['row-20', [gap(26, 28), gap(22, 24)]]],
  ],
])('a gap is marked: %s', (_where, gaps, expected) => {
  expect([...gapsAbove(ROWS, gaps)]).toEqual(expected);
});
