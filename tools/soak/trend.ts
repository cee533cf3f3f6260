/** How a figure changed from the first evenings to the last ones. */
export interface Trend {
  /** The median of the first third. */
  first: number;
  /** The median of the last third. */
  last: number;
  isFlat: boolean;
}

/** In the first evenings caches fill and code is compiled, so they are left out. */
const WARM_UP = 2;
const FEWEST = 6;

/**
 * The limit for the last third in relation to the first. Memory after a garbage collection varies by a
 * few percent, and medians even that out. A leak of every event passes this limit within days.
 */
const FLAT_WITHIN = 1.2;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/** Returns the trend of a figure with one value per evening; `null` if the evenings are too few. */
export function trendOf(values: readonly number[]): Trend | null {
  const settled = values.slice(WARM_UP);
  if (settled.length < FEWEST) return null;
  const third = Math.floor(settled.length / 3);
  const first = median(settled.slice(0, third));
  const last = median(settled.slice(-third));
  return { first, last, isFlat: last <= first * FLAT_WITHIN };
}
