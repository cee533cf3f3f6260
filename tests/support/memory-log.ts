import type { StreamEvent } from '@/lib/domain/event/event';
import {
  isProgress,
  newestProgress,
  withoutKnown,
  withRowStarts,
} from '@/lib/domain/history/new-events';
import { groupRows, isGroupable, isNear, type StoredRow } from '@/lib/domain/row/grouping';
import { type FeedRow, type StoredEvent, toRow } from '@/lib/domain/row/row';

/** A log by the product's own rules, with an array where the product has a database. */
export interface MemoryLog {
  readonly events: readonly StoredEvent[];
  record(events: readonly StreamEvent[]): void;
  /** Folds all follows, the oldest first. */
  fold(): void;
  /** Newest first. */
  rows(): FeedRow[];
}

function inPlace(one: StoredEvent, other: StoredEvent): number {
  const [at, otherAt] = [one.row_at ?? one.created_at, other.row_at ?? other.created_at];
  return at - otherAt || one.seq - other.seq;
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

  /** The rows just before and just after an event, among those that are meant. */
  function beside(event: StoredEvent, isMeant: (other: StoredEvent) => boolean): StoredRow[] {
    let [before, after]: [StoredEvent | null, StoredEvent | null] = [null, null];
    for (const other of events) {
      if (other.row_at === undefined || other.seq === event.seq || !isMeant(other)) continue;
      if (inPlace(other, event) < 0) {
        if (before === null || inPlace(before, other) < 0) before = other;
      } else if (after === null || inPlace(other, after) < 0) after = other;
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
    const rows = beside(anchor, ({ event_type }) => event_type === 'channel_update');
    const near = rows.filter((row) => isNear(update, row));
    put(groupRows({ anchor, members: [anchor] }, near));
  }

  return {
    events,
    record: (arrived) => {
      const useful = newestProgress(arrived);
      for (const event of useful.filter(isProgress)) replaceProgress(event);
      const fresh = withRowStarts(withoutKnown(useful, known), known.threads);
      for (const { id, natural_key, thread } of fresh) {
        known.ids.add(id);
        if (natural_key !== undefined) known.keys.add(natural_key);
        if (thread !== undefined) known.threads.add(thread);
      }
      const stored = fresh.map((event, index) => ({ ...event, seq: events.length + index + 1 }));
      put(stored);
      for (const event of stored) if (event.event_type === 'channel_update') merge(event);
    },
    fold: () => {
      const due = events.filter(({ folds_at }) => folds_at !== undefined);
      for (const { folds_at: _foldsAt, ...anchor } of due.toSorted(inPlace)) {
        put([anchor]);
        const rows = beside(anchor, () => true).filter((row) => isGroupable(row.anchor));
        put(groupRows({ anchor, members: [anchor] }, rows));
      }
    },
    rows: () =>
      anchors()
        .toSorted((one, other) => inPlace(other, one))
        .map((anchor) => toRow(anchor, rowOf(anchor).members)),
  };
}
