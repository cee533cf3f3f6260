import { EVENT_KINDS, type EventKind } from '../event/event-kind';

/** Numbers of events, by kind. */
export type KindCounts = Readonly<Partial<Record<EventKind, number>>>;

/** Adds up numbers of events by kind. Returns the kinds that there are, the most first. */
export function countsByKind(counts: readonly KindCounts[]): { kind: EventKind; count: number }[] {
  return EVENT_KINDS.map((kind) => ({
    kind,
    count: counts.reduce((sum, part) => sum + (part[kind] ?? 0), 0),
  }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
}

/** Returns the number of all events. */
export function totalOf(counts: KindCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
