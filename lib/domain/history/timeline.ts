import { SLOT_MS } from '../log-index/hour';
import { type FamilyCounts, totalOf } from '../statistics/family';
import type { RowView } from '../view/row-view';
import type { Span } from './listened';
import { familiesIn, type Slot, slotOf } from './slots';

/** Five minutes of a broadcast, or fewer at its ends. */
export interface TimelineSlot extends Span {
  counts: FamilyCounts;
  /** The number of all events. */
  events: number;
}

/** What a mark stands for. */
export const MARK_KINDS = ['raid', 'bomb', 'moment', 'channel'] as const;

/** One of {@link MARK_KINDS}. */
export type MarkKind = (typeof MARK_KINDS)[number];

/**
 * Returns every slot of a broadcast until now, also those in which nothing happened. `until` is infinite
 * for a broadcast that goes on.
 */
export function timelineOf(
  slots: readonly Slot[],
  { from, until }: Span,
  now: number,
): TimelineSlot[] {
  const counted = new Map(slots.map((slot) => [slot.at, slot.counts]));
  // There may be events that are newer than the last look at the clock.
  const end = Math.max(Math.min(until, now), from + 1, (slots.at(-1)?.at ?? 0) + 1);
  const timeline: TimelineSlot[] = [];
  for (let at = slotOf(from); at < end; at += SLOT_MS) {
    const counts = familiesIn(counted.get(at) ?? {});
    const span = { from: Math.max(at, from), until: Math.min(at + SLOT_MS, until) };
    timeline.push({ ...span, counts, events: totalOf(counts) });
  }
  return timeline;
}

/** Returns what the mark of a row stands for. */
export function markKindOf({ kind }: Pick<RowView, 'kind'>): MarkKind {
  if (kind === 'raid_in' || kind === 'raid_out') return 'raid';
  if (kind === 'community_gift') return 'bomb';
  return kind === 'channel_update' ? 'channel' : 'moment';
}

/** Lengths between the times below a timeline, in milliseconds: from 15 minutes to 12 hours. */
const STEPS = [15, 30, 60, 120, 180, 360, 720].map((minutes) => minutes * 60_000);
/** So many times have room. */
const MOST_TICKS = 8;

/** Returns the times to write below a timeline: round ones by the user's clock. */
export function timelineTicks({ from, until }: Span): number[] {
  const step = STEPS.find((each) => (until - from) / each <= MOST_TICKS) ?? SLOT_MS * 288;
  const midnight = new Date(from).setHours(0, 0, 0, 0);
  const first = midnight + Math.ceil((from - midnight) / step) * step;
  const ticks: number[] = [];
  for (let at = first; at < until; at += step) ticks.push(at);
  return ticks;
}
