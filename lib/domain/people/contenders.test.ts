import { expect, it } from 'vitest';
import { createRandom, type Random } from '@/tests/simulator/core/random';
import { type Ranking, together } from './amounts';
import { contenders, type RankedChannel } from './contenders';

const SEEDS = Array.from({ length: 200 }, (_, index) => index + 1);
const RANKINGS: readonly Ranking[] = ['gifts', 'bits', 'raids', 'streak', 'months'];

type Entries = { id: string; value: number }[];

/** Returns the whole ranking of a channel. Small values are equal often. */
function ranking(random: Random): Entries {
  const ids = Array.from({ length: 60 }, (_, index) => String(index));
  const largest = random.pick([2, 10, 1000]);
  return ids
    .filter(() => random.chance(0.6))
    .map((id) => ({ id, value: random.integer(1, largest) }))
    .toSorted((a, b) => b.value - a.value);
}

function topOf(all: readonly Entries[], depth: number): RankedChannel[] {
  return all.map((entries) => ({
    entries: entries.slice(0, depth),
    rest: entries.length < depth ? 0 : (entries[depth - 1]?.value ?? 0),
  }));
}

it.each([[SEEDS]])('are few, and everybody who is among the first is one', (seeds) => {
  let [found, all] = [0, 0];
  for (const seed of seeds) {
    const random = createRandom(seed);
    const by = random.pick(RANKINGS);
    const limit = random.integer(1, 12);
    const channels = Array.from({ length: random.integer(1, 6) }, () => ranking(random));
    const values = Map.groupBy(channels.flat(), ({ id }) => id);
    const totals = new Map(
      [...values].map(([id, of]) => [
        id,
        together(
          by,
          of.map(({ value }) => value),
        ),
      ]),
    );
    const largest = (ids: Iterable<string>) =>
      [...ids]
        .map((id) => totals.get(id) ?? 0)
        .toSorted((a, b) => b - a)
        .slice(0, limit);

    let ids: string[] | null = null;
    for (let depth = limit; ids === null; depth += 5)
      ids = contenders(topOf(channels, depth), { by, limit });
    expect(largest(ids), `seed ${seed}`).toEqual(largest(totals.keys()));
    found += ids.length;
    all += totals.size;
  }
  expect(found).toBeLessThan(all * 0.6);
});

it('are nobody where there is nobody, and the first of the only channel', () => {
  expect(contenders([], { by: 'gifts', limit: 2 })).toEqual([]);
  const only = [
    { id: 'a', value: 9 },
    { id: 'b', value: 5 },
  ];
  expect(contenders([{ entries: only, rest: 5 }], { by: 'gifts', limit: 2 })).toEqual(['a', 'b']);
});

it('are not known before the channels have been read deep enough', () => {
  const first = { entries: [{ id: 'a', value: 9 }], rest: 9 };
  const second = { entries: [{ id: 'b', value: 8 }], rest: 8 };
  // Somebody may have 9 and 8.
  expect(contenders([first, second], { by: 'bits', limit: 1 })).toBeNull();
  expect(contenders([first, second], { by: 'months', limit: 1 })).toEqual(['a', 'b']);
});
