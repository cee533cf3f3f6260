/** What a figure is compared with, and whether it is good enough. */
export interface Reach {
  /** Such as `≤ 5 ×` (of the baseline) or `≤ 40 kB`. */
  text: string;
  isMet(value: number, baseline: number): boolean;
}

/** Values that were measured in the same way, one per round. */
export interface Series {
  /** What was measured, in a few words. */
  what: string;
  values: readonly number[];
}

/** One line of the table. */
export interface Figure extends Series {
  /** Such as `ms`, `kB` or `events/s`. */
  unit: string;
  /** What the same run measured without the product, or without the part in question. */
  baseline?: Series;
  /** Absent for a figure that is only to be known. */
  reach?: Reach;
}

const limited = (text: string, isMet: Reach['isMet']): Reach => ({ text, isMet });

/** At most so many times the baseline. */
export const atMostTimes = (factor: number): Reach =>
  limited(`≤ ${factor} ×`, (value, baseline) => value <= factor * baseline);

/** At least so many times the baseline. */
export const atLeastTimes = (factor: number): Reach =>
  limited(`≥ ${factor} ×`, (value, baseline) => value >= factor * baseline);

/** At most so much more than the baseline. */
export const atMostMore = (difference: number, unit: string): Reach =>
  limited(`≤ + ${difference} ${unit}`, (value, baseline) => value <= baseline + difference);

/** At most this, whatever the baseline. */
export const atMost = (limit: number, unit: string): Reach =>
  limited(`≤ ${limit} ${unit}`, (value) => value <= limit);

/** At least this, whatever the baseline. */
export const atLeast = (limit: number, unit: string): Reach =>
  limited(`≥ ${limit} ${unit}`, (value) => value >= limit);

/** Exactly what was calculated, which is the baseline. */
export const asCalculated: Reach = limited('=', (value, baseline) => value === baseline);

/** Returns the median of values; `NaN` without values. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Returns the value below which a fraction (0 to 1) of the values lies; `NaN` without values. */
export function percentile(values: readonly number[], fraction: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * fraction;
  const [low, high] = [sorted[Math.floor(position)], sorted[Math.ceil(position)]];
  if (low === undefined || high === undefined) return Number.NaN;
  return low + (high - low) * (position - Math.floor(position));
}

/** Returns true if the median of a figure reaches what it should; `null` if nothing is asked of it. */
export function isReached({ values, baseline, reach }: Figure): boolean | null {
  if (reach === undefined) return null;
  return reach.isMet(median(values), median(baseline?.values ?? []));
}
