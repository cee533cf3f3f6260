import type { StoredEvent } from './row';

/** Time for which a follow stays a row of its own, in milliseconds. */
export const GROUPED_AFTER_MS = 60_000;
/** Changes of the channel at most this far apart share a row, in milliseconds. */
const MERGED_WITHIN_MS = 120_000;
/** A row is always read with all of its events, so their number is limited. */
const MAX_GROUP_SIZE = 100;

/** A row as stored: all of its events, and the one among them that begins it (with `row_at`). */
export interface StoredRow {
  anchor: StoredEvent;
  members: readonly StoredEvent[];
}

/** Returns true if a change of the channel belongs to a row of other changes. */
export function isNear(update: StoredEvent, { members }: StoredRow): boolean {
  return members.some(
    ({ created_at }) => Math.abs(created_at - update.created_at) <= MERGED_WITHIN_MS,
  );
}

/** Returns true if an anchor begins a row of follows that may be grouped now. */
export function isGroupable({ event_type, folds_at }: StoredEvent): boolean {
  return event_type === 'follow' && folds_at === undefined;
}

/**
 * Groups a row with the neighbors that fit in. The row of the event that was stored first stays,
 * with its id and place. Returns the events that have changed and must be stored.
 */
export function groupRows(row: StoredRow, neighbors: readonly StoredRow[]): StoredEvent[] {
  const rows = fitting(row, neighbors).toSorted((a, b) => a.anchor.seq - b.anchor.seq);
  const [first, ...rest] = rows;
  if (first === undefined || rest.length === 0) return [];
  // Every change of the channel has a thread. A follow gets one with its group.
  const thread = first.anchor.thread ?? `follows:${first.anchor.id}`;
  const anchor = first.anchor.thread === undefined ? [{ ...first.anchor, thread }] : [];
  const members = rest.flatMap((other) =>
    other.members.map(({ row_at: _rowAt, ...event }) => ({ ...event, thread })),
  );
  return [...anchor, ...members];
}

function fitting(row: StoredRow, neighbors: readonly StoredRow[]): StoredRow[] {
  const rows = [row];
  let size = row.members.length;
  for (const neighbor of neighbors) {
    if (size + neighbor.members.length > MAX_GROUP_SIZE) continue;
    size += neighbor.members.length;
    rows.push(neighbor);
  }
  return rows;
}
