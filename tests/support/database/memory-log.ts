import type { StreamEvent } from '@/lib/domain/event/event';
import {
  isProgress,
  newestProgress,
  withoutKnown,
  withRowStarts,
} from '@/lib/domain/history/new-events';
import { groupRows, isGroupable, isNear, type StoredRow } from '@/lib/domain/row/grouping';
import { type FeedRow, type StoredEvent, toRow } from '@/lib/domain/row/row';

/** A log with the rules of the extension, but with an array instead of a database. */
export interface MemoryLog {
  readonly events: readonly StoredEvent[];
  record(events: readonly StreamEvent[]): void;
  /** Groups all follows, oldest first. */
  groupFollows(): void;
  /** Newest first. */
  rows(): FeedRow[];
}

function byPlace(a: StoredEvent, b: StoredEvent): number {
  const [timeOfA, timeOfB] = [a.row_at ?? a.created_at, b.row_at ?? b.created_at];
  return timeOfA - timeOfB || a.seq - b.seq;
}

export function createMemoryLog(): MemoryLog {
  // In order of arrival: the event with arrival number 1 comes first.
  const events: StoredEvent[] = [];
  const put = (changed: readonly StoredEvent[]) => {
    for (const event of changed) events[event.seq - 1] = event;
  };
  const known = { ids: new Set<string>(), keys: new Set<string>(), threads: new Set<string>() };
  const anchors = () => events.filter(({ row_at }) => row_at !== undefined);

  function rowOf(anchor: StoredEvent): StoredRow {
    const isMember = ({ thread }: StoredEvent) => thread === anchor.thread;
    return { anchor, members: anchor.thread === undefined ? [anchor] : events.filter(isMember) };
  }

  /** Returns the rows just before and just after an event, among those that match. */
  function adjacent(event: StoredEvent, matches: (anchor: StoredEvent) => boolean): StoredRow[] {
    let [before, after]: [StoredEvent | null, StoredEvent | null] = [null, null];
    for (const other of events) {
      if (other.row_at === undefined || other.seq === event.seq || !matches(other)) continue;
      if (byPlace(other, event) < 0) {
        if (before === null || byPlace(before, other) < 0) before = other;
      } else if (after === null || byPlace(other, after) < 0) after = other;
    }
    return [before, after].filter((anchor) => anchor !== null).map(rowOf);
  }

  function replaceProgress(report: StreamEvent): void {
    const before = events.find(({ natural_key }) => natural_key === report.natural_key);
    if (before === undefined || before.created_at >= report.created_at) return;
    const { id, seq, row_at } = before;
    put([{ ...report, id, seq, ...(row_at !== undefined && { row_at }) }]);
  }

  function merge(update: StoredEvent): void {
    const anchor = { ...update, row_at: update.created_at };
    put([anchor]);
    const rows = adjacent(anchor, ({ event_type }) => event_type === 'channel_update');
    const near = rows.filter((row) => isNear(update, row));
    put(groupRows({ anchor, members: [anchor] }, near));
  }

  return {
    events,
    record: (arrived) => {
      const current = newestProgress(arrived);
      for (const event of current.filter(isProgress)) replaceProgress(event);
      const added = withRowStarts(withoutKnown(current, known), known.threads);
      for (const { id, natural_key, thread } of added) {
        known.ids.add(id);
        if (natural_key !== undefined) known.keys.add(natural_key);
        if (thread !== undefined) known.threads.add(thread);
      }
      const stored = added.map((event, index) => ({ ...event, seq: events.length + index + 1 }));
      put(stored);
      for (const event of stored) if (event.event_type === 'channel_update') merge(event);
    },
    groupFollows: () => {
      const due = events.filter(({ folds_at }) => folds_at !== undefined);
      for (const { folds_at: _foldsAt, ...anchor } of due.toSorted(byPlace)) {
        put([anchor]);
        const rows = adjacent(anchor, () => true).filter((row) => isGroupable(row.anchor));
        put(groupRows({ anchor, members: [anchor] }, rows));
      }
    },
    rows: () =>
      anchors()
        .toSorted((a, b) => byPlace(b, a))
        .map((anchor) => toRow(anchor, rowOf(anchor).members)),
  };
}
