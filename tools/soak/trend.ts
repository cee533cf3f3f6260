/** How a figure developed from evening to evening. */
export interface Trend {
  /** Median of the first third. */
  first: number;
  /** Median of the last third. */
  last: number;
  isFlat: boolean;
}

/** Caches fill and code is compiled before anything can be compared. */
const WARM_UP = 2;
const FEWEST = 6;

/**
 * What the last third may be of the first. What a garbage collection leaves varies by a few per cent
 * from evening to evening, which medians even out; what keeps every event passes this within days.
 */
const FLAT_WITHIN = 1.2;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/** The trend of a figure taken once an evening; `null` for too few evenings to tell. */
export function trendOf(values: readonly number[]): Trend | null {
  const settled = values.slice(WARM_UP);
  if (settled.length < FEWEST) return null;
  const third = Math.floor(settled.length / 3);
  const first = median(settled.slice(0, third));
  const last = median(settled.slice(-third));
  return { first, last, isFlat: last <= first * FLAT_WITHIN };
}
