import { beforeEach, expect, it } from 'vitest';
import { DEFAULT_FILTER, type Filter, withLeast } from '@/lib/domain/filter/filter';
import { installEnglish } from '@/tests/support/english';
import { describeFilter } from './describe-filter';

beforeEach(installEnglish);

it.each<[string, Partial<Filter>]>([
  ['Filtered: subs, gifts and cheers only', { subsAndCheersOnly: true }],
  ['Filtered: subs, gifts and cheers only', { subsAndCheersOnly: true, hidden: ['raids'] }],
  [
    'Filtered: subs, gifts and cheers only · without Gift subs',
    { subsAndCheersOnly: true, hidden: ['raids', 'gifts'] },
  ],
  ['Filtered: without Raids', { hidden: ['raids'] }],
  ['Filtered: without Raids, Follows, and Ad breaks', { hidden: ['raids', 'follows', 'ads'] }],
  ['Filtered: without 4 kinds of events', { hidden: ['raids', 'follows', 'ads', 'polls'] }],
  ['Filtered: cheers from 1 bit', withLeast(DEFAULT_FILTER, 'bits', 1)],
  ['Filtered: raids from 1,000 viewers', withLeast(DEFAULT_FILTER, 'viewers', 1000)],
  [
    'Filtered: without Raids · resubs from 12 months · subs from Tier 2 · gifts from 5 subs',
    {
      hidden: ['raids'],
      least: { bits: 0, viewers: 0, months: 12, tier: 2, gifts: 5 },
    },
  ],
])('describes a filter: "%s"', (text, filter) => {
  expect(describeFilter({ ...DEFAULT_FILTER, ...filter })).toBe(text);
});
