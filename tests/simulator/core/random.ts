/** A seeded source of random values: equal seeds produce equal runs. */
export interface Random {
  /** Returns a number from 0 (included) to 1 (excluded). */
  next(): number;
  /** Returns a whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  shuffle<T>(list: readonly T[]): T[];
  uuid(): string;
  /** Returns letters and digits, like Twitch's tokens and session ids. */
  opaque(length: number): string;
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789'.split('');

/** The mulberry32 generator: its 32 bits of state are enough for test data. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Returns a number derived from a text (FNV-1a); pure builders derive ids from it. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

export function createRandom(seed: number): Random {
  const next = mulberry32(seed);
  const integer = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  const hex = (length: number) =>
    Array.from({ length }, () => integer(0, 15).toString(16)).join('');

  function pick<T>(list: readonly T[]): T {
    const chosen = list[integer(0, list.length - 1)];
    if (chosen === undefined) throw new Error('Cannot pick from an empty list.');
    return chosen;
  }

  return {
    next,
    integer,
    pick,
    chance: (probability) => next() < probability,
    shuffle: (list) =>
      list
        .map((value) => ({ value, order: next() }))
        .toSorted((left, right) => left.order - right.order)
        .map(({ value }) => value),
    // A version 4 UUID: clients may check its fixed digits.
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${pick(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`,
    opaque: (length) => Array.from({ length }, () => pick(ALPHABET)).join(''),
  };
}
