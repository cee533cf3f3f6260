import { expect, it } from 'vitest';
import { atMostTimes } from './figure.ts';
import { tableOf } from './table.ts';

it('shows medians with their spread, the baseline, and what is reached', () => {
  const baseline = { what: 'an empty script', values: [2, 2.5, 3] };
  const figures = [
    { what: 'script time', unit: 'ms', values: [11, 12, 14], baseline, reach: atMostTimes(5) },
    { what: 'task time', unit: 'ms', values: [1234.5], baseline, reach: atMostTimes(5) },
    { what: 'nodes', unit: 'nodes', values: [40] },
  ];
  expect(tableOf(figures).split('\n')).toEqual([
    'what         measured       baseline                       ratio  reach',
    'script time  12 ms (11–14)  2.5 ms (2–3): an empty script  4.8    ≤ 5 ×  reached',
    'task time    1,235 ms       2.5 ms (2–3): an empty script  494    ≤ 5 ×  NOT REACHED',
    'nodes        40 nodes       –                              –      –',
  ]);
});
