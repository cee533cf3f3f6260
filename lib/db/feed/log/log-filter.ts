import type { EventKind } from '@/lib/domain/event/event-kind';
import { DEFAULT_FILTER, type Filter, type Least } from '@/lib/domain/filter/filter';
import { isInSpans, type Span } from '@/lib/domain/history/spans';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { ReadPart } from './lists';

/** What is asked for of the log. What is absent or `null` leaves out nothing. */
export interface LogFilter {
  streamerId: string | null;
  /** The id of a viewer at Twitch. */
  viewerId: string | null;
  /** The kinds of the events that begin the rows. */
  kinds?: ReadonlySet<EventKind> | null;
  /** Minimum sizes of the rows. */
  least?: Partial<Least>;
  /** Times, the newest first. They do not overlap. */
  spans?: readonly Span[] | null;
  /** What viewers' names or texts have to contain; empty for nothing. */
  search?: string;
}

/** Where what a filter asks for is found. */
export interface LogSource {
  /** All of these lists, and the carried rows, have together every event that leads to a row. */
  lists: readonly ReadPart[];
  /**
   * The rows that are at the old end of a time, because they begin in none. They cost more to read than
   * the others. Absent if there are none.
   */
  carried?: ReadPart;
  /**
   * Returns true for an event that matches: a row is listed once, at its newest one. `null` if rows
   * are listed at the events that begin them.
   */
  matches: ((event: StoredEvent) => boolean) | null;
  /** True if the lists have only the kinds that are asked for. The carried rows are of these anyway. */
  isOfKinds: boolean;
}

/** Returns true if an event is of the streamer, the viewer, and the times that are asked for. */
export function isOfFilter(
  { streamerId, viewerId, spans = null }: LogFilter,
  { streamer_id, viewer_id, created_at }: StoredEvent,
): boolean {
  return (
    (streamerId === null || streamer_id === streamerId) &&
    (viewerId === null || viewer_id === viewerId) &&
    (spans === null || isInSpans(spans, created_at))
  );
}

/** Returns the filter of a list that has only these minimum sizes. */
export function sizeFilter(least: LogFilter['least']): Filter {
  return { ...DEFAULT_FILTER, least: { ...DEFAULT_FILTER.least, ...least } };
}
