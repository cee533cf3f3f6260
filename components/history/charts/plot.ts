import { ticks } from 'd3-array';
import type { FamilyCounts } from '@/lib/domain/statistics/family';
import type { HistoryAddress } from '@/lib/domain/view/history-address';

/** A bar: the events of some time. */
export interface Bar {
  id: string;
  /** Milliseconds since 1970. */
  start: number;
  end: number;
  /** Which time it is, in full and as short as it fits below the bar. */
  name: string;
  tick: string;
  counts: FamilyCounts;
  /** Where its events are. */
  change: Partial<HistoryAddress>;
}

/** The sizes of a chart with bars, in pixels. */
export const PLOT = {
  /** Room for half of the number at the highest line. */
  top: 8,
  height: 180,
  /** Where the times are hatched in which nobody listened. */
  lane: 8,
  /** For the names of the bars. */
  below: 22,
  /** As wide as a bar has to be at least. */
  bar: 24,
} as const;

/** Where the bars stand. */
export const GROUND = PLOT.top + PLOT.height;

/** The height of the whole chart. */
export const PLOT_HEIGHT = GROUND + PLOT.lane + PLOT.below;

/** Returns the heights of the lines behind the bars: whole numbers, up to at least the highest bar. */
export function linesFor(most: number): number[] {
  const lines = ticks(0, Math.max(1, most), 4).filter(Number.isInteger);
  const [first = 0, second = 1] = lines;
  const last = lines.at(-1) ?? 0;
  return last < most ? [...lines, last + second - first] : lines;
}

/** Returns the place of a time in a chart, in percent of its width. */
export function placeOf(bars: readonly Bar[], time: number): number {
  const index = bars.findLastIndex(({ start }) => start <= time);
  const bar = bars[index];
  if (bar === undefined) return 0;
  const part = Math.min(1, (time - bar.start) / (bar.end - bar.start));
  return ((index + part) / bars.length) * 100;
}
