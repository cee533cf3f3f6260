import { describe, expect, it } from 'vitest';
import { createRandom } from '@/tests/simulator/core/random';
import { aBomb, aCheer, aGift, anEvent, aSub } from '@/tests/support/events';
import { aRow, everyRow } from '@/tests/support/rows';
import { type FeedRow, toRow } from '../row/row';
import { CHOICES, DEFAULT_FILTER, type Filter, SIZES, type Size, withLeast } from './filter';
import { isSized, isUndecided, mayPass, passes } from './filter-rule';

const least = (size: Size, value: number) => withLeast(DEFAULT_FILTER, size, value);

const resub = (cumulativeMonths: number, tier = '1000', isPrime = false) => {
  const detail = { message: '', durationMonths: 1, gifter: null, isGifterAnonymous: false };
  const months = { cumulativeMonths, streakMonths: null, isGift: false };
  return aRow(anEvent('resub', { ...detail, ...months, tier, isPrime }));
};

const subOf = (tier: string, isPrime = false) => {
  const { detail, ...sub } = aSub();
  return aRow({ ...sub, detail: { ...detail, tier, isPrime } });
};

const powerUp = (bits: number | null) =>
  aRow(anEvent('power_up', { message: '', effect: 'custom', title: 'Rain', bits }));

const raid = (viewers: number) => aRow(anEvent('raid_in', { viewers }));

const target = { id: '9', login: 'x', name: 'X' };

const singleGift = () => {
  const { thread: _thread, ...gift } = aGift('none', 1);
  return aRow(gift);
};

const bomb = (total: number | null) => {
  const event = total === null ? aGift('b', 1) : aBomb('b', total);
  return aRow(event, { total, recipients: [] });
};

/** A gift bomb from a source that names no gifts. */
const lumpSum = (total: number) => {
  const { thread: _thread, ...header } = aBomb('none', total);
  return aRow(header);
};

describe('the least size', () => {
  it.each<[Size, number, what: string, FeedRow, isShown: boolean]>([
    ['bits', 100, 'a smaller cheer', aRow(aCheer({}, 99)), false],
    ['bits', 100, 'a cheer of just as many', aRow(aCheer({}, 100)), true],
    ['bits', 100, 'a smaller power-up', powerUp(50), false],
    ['bits', 100, 'a power-up of unknown price', powerUp(null), true],
    [
      'bits',
      2000,
      'a bits badge',
      aRow(anEvent('bits_badge', { message: '', threshold: 1 })),
      true,
    ],
    ['viewers', 10, 'a smaller raid', raid(9), false],
    ['viewers', 10, 'a raid of just as many', raid(10), true],
    [
      'viewers',
      10,
      'a smaller raid sent',
      aRow(anEvent('raid_out', { viewers: 0, target })),
      false,
    ],
    ['viewers', 10, 'a shoutout', aRow(anEvent('shoutout_received', { viewers: 1 })), true],
    ['viewers', 10, 'a raid called off', aRow(anEvent('unraid', {})), true],
    ['months', 6, 'a younger resub', resub(5), false],
    ['months', 6, 'a resub of just as many', resub(6), true],
    ['months', 6, 'a resub of unknown age', resub(0), true],
    ['months', 6, 'a new sub', aRow(aSub()), true],
    ['months', 6, 'a moderator', aRow(anEvent('modiversary', { message: '', months: 1 })), true],
    ['tier', 2, 'a sub of a lower tier', subOf('1000'), false],
    ['tier', 2, 'a sub of that tier', subOf('2000'), true],
    ['tier', 1, 'a sub with Prime', subOf('1000', true), true],
    ['tier', 2, 'a sub with Prime', subOf('1000', true), false],
    ['tier', 2, 'a sub with Prime, by another name', subOf('Prime', true), false],
    ['tier', 3, 'a sub of a tier nobody knows', subOf('4000'), true],
    ['tier', 2, 'a resub of a lower tier', resub(90, '1000'), false],
    ['tier', 2, 'a single gift of a lower tier', singleGift(), false],
    ['tier', 2, 'a gift bomb of a lower tier', bomb(50), false],
    ['tier', 2, 'a gift bomb of a lower tier without header', bomb(null), false],
    [
      'tier',
      2,
      'the end of a sub',
      aRow(anEvent('sub_end', { tier: '1000', isGift: true })),
      false,
    ],
    ['gifts', 5, 'a smaller gift bomb', bomb(4), false],
    ['gifts', 5, 'a gift bomb of just as many', bomb(5), true],
    ['gifts', 5, 'a gift bomb whose header has not come', bomb(null), true],
    ['gifts', 5, 'a smaller gift bomb of unnamed gifts', lumpSum(4), false],
    ['gifts', 1, 'a single gift', singleGift(), true],
    ['gifts', 2, 'a single gift', singleGift(), false],
    ['gifts', 5, 'a sub', aRow(aSub()), true],
  ])('in %s of %i, for %s', (size, value, ...[, row, isShown]) => {
    expect(passes(row, least(size, value))).toBe(isShown);
  });

  it.each(SIZES)('in %s matters only to kinds that have it', (size) => {
    const filter = least(size, Number.MAX_SAFE_INTEGER);
    const left = everyRow().filter((row) => !passes(row, filter));
    expect(left.length).toBeGreaterThan(0);
    expect(left.filter((row) => !isSized(row.event.event_type, filter))).toEqual([]);
    expect(everyRow().filter((row) => isSized(row.event.event_type, DEFAULT_FILTER))).toEqual([]);
  });
});

describe('a hidden kind', () => {
  it('hides a gift bomb whichever of its parts came first', () => {
    const filter: Filter = { ...DEFAULT_FILTER, hidden: ['gifts'] };
    expect([bomb(3), bomb(null), singleGift()].filter((row) => passes(row, filter))).toEqual([]);
  });
});

const seeds = Array.from({ length: 50 }, (_, seed) => seed);

function anyFilter(seed: number): Filter {
  const random = createRandom(seed);
  const size = () => (random.chance(0.5) ? 0 : random.integer(1, 200));
  return {
    subsAndCheersOnly: random.chance(0.3),
    hidden: CHOICES.filter(() => random.chance(0.2)),
    least: { bits: size(), viewers: size(), months: size(), tier: size() % 4, gifts: size() },
  };
}

/** The filter with one thing more that it may leave out. */
function stricter(filter: Filter, seed: number): Filter {
  const random = createRandom(seed);
  const [choice = 'subs'] = random.shuffle([...CHOICES]);
  const [size = 'bits'] = random.shuffle([...SIZES]);
  const ways: Filter[] = [
    { ...filter, subsAndCheersOnly: true },
    { ...filter, hidden: [...filter.hidden, choice] },
    withLeast(filter, size, filter.least[size] + random.integer(1, 100)),
  ];
  return random.shuffle(ways)[0] ?? filter;
}

describe('any filter', () => {
  it('hides nothing by default', () => {
    expect(everyRow().filter((row) => !passes(row, DEFAULT_FILTER))).toEqual([]);
  });

  it.each(seeds)('shows no more when it gets stricter (seed %i)', (seed) => {
    const filter = anyFilter(seed);
    const next = stricter(filter, seed + 1000);
    const more = everyRow().filter((row) => passes(row, next) && !passes(row, filter));
    expect(more).toEqual([]);
  });

  it.each(seeds)('never gives up an anchor whose row passes (seed %i)', (seed) => {
    const filter = anyFilter(seed);
    const gift = { ...aGift('b', 1), seq: 1, row_at: 1 };
    const header = { ...aBomb('b', seed), seq: 2, row_at: 1 };
    for (const anchor of [gift, header]) {
      const isShown = passes(toRow(anchor, [gift, header]), filter);
      const mayStillFail = isUndecided(anchor, filter) && mayPass(anchor, filter);
      expect(mayPass(anchor, filter)).toBe(isShown || mayStillFail);
    }
  });

  it.each(seeds)('judges by nothing but kind and size (seed %i)', (seed) => {
    const filter = anyFilter(seed);
    const free = { ...filter, least: DEFAULT_FILTER.least };
    const unsized = everyRow().filter((row) => !isSized(row.event.event_type, filter));
    for (const row of unsized) expect(passes(row, filter)).toBe(passes(row, free));
  });
});
