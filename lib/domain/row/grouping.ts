import type { StoredEvent } from './row';

/** How long a follow is a row of its own, in milliseconds. */
export const GROUPED_AFTER_MS = 60_000;
/** Changes of a channel that come no further apart are one row, in milliseconds. */
const MERGES_WITHIN_MS = 120_000;
/** More events than this never join: a row is always read with all of its events. */
const JOINED_AT_MOST = 100;

/** A row as stored: all of its events, and the one among them that bears `row_at`. */
export interface StoredRow {
  anchor: StoredEvent;
  members: readonly StoredEvent[];
}

/** Whether a change of the channel belongs to what is told in that row of others. */
export function isNear(update: StoredEvent, { members }: StoredRow): boolean {
  return members.some(
    ({ created_at }) => Math.abs(created_at - update.created_at) <= MERGES_WITHIN_MS,
  );
}

/** Whether a row is of follows that no longer stand alone. */
export function isGroupable({ event_type, folds_at }: StoredEvent): boolean {
  return event_type === 'follow' && folds_at === undefined;
}

/**
 * Takes a row and those of `beside` that it has room for into one: the row of the event that was
 * stored first, whose id and place it keeps. Gives the events that are to be stored anew.
 */
export function groupRows(row: StoredRow, beside: readonly StoredRow[]): StoredEvent[] {
  const rows = withRoom(row, beside).toSorted((one, other) => one.anchor.seq - other.anchor.seq);
  const [first, ...joining] = rows;
  if (first === undefined || joining.length === 0) return [];
  // Every change of a channel comes with a thread; a follow has none before it is joined.
  const thread = first.anchor.thread ?? `follows:${first.anchor.id}`;
  const begun = first.anchor.thread === undefined ? [{ ...first.anchor, thread }] : [];
  const joined = joining.flatMap(({ members }) =>
    members.map(({ row_at: _rowAt, ...event }) => ({ ...event, thread })),
  );
  return [...begun, ...joined];
}

function withRoom(row: StoredRow, beside: readonly StoredRow[]): StoredRow[] {
  const rows = [row];
  let events = row.members.length;
  for (const other of beside) {
    if (events + other.members.length > JOINED_AT_MOST) continue;
    events += other.members.length;
    rows.push(other);
  }
  return rows;
}
