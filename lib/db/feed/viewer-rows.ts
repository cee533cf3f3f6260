import Dexie from 'dexie';
import type { FeedRow, StoredEvent } from '@/lib/domain/row/row';
import type { Database } from '../database';
import { membersOf } from '../history/row-members';
import type { RowPosition } from './row-anchors';
import { rowOf } from './rows';

/** The rows of one viewer to read. */
export interface ViewerQuery {
  /** The id of the viewer at Twitch. */
  viewerId: string;
  /** Only what happened at this streamer; absent for every streamer. */
  streamerId?: string;
  /** Maximum number of rows. */
  limit: number;
  /** The {@link ViewerRows.end} of the page before. */
  before?: RowPosition;
}

/** One page of the rows in which a viewer acted. */
export interface ViewerRows {
  /** Newest first, by the time at which the viewer acted. */
  rows: FeedRow[];
  /** Where the page ends; `null` if there are no older rows. */
  end: RowPosition | null;
}

/** Events that are read at once: most viewers have few. */
const MIN_READ = 20;

/**
 * Reads the rows in which a viewer acted, also those that somebody else began, such as a run of
 * follows. Opens no transaction, so that it works in a live query.
 */
export async function readViewerRows(
  db: Database,
  { viewerId, streamerId, limit, before }: ViewerQuery,
): Promise<ViewerRows> {
  const rows: FeedRow[] = [];
  let end = before ?? null;
  for (;;) {
    const events = await eventsOf(db, viewerId, { limit: Math.max(limit, MIN_READ), before: end });
    const anchors = await Promise.all(
      events.map(async (event) => (isOf(event, streamerId) ? await anchorOf(db, event) : null)),
    );
    for (const [index, anchor] of anchors.entries()) {
      if (anchor !== null && rows.length === limit) return { rows, end };
      end = positionOf(events[index]) ?? end;
      if (anchor !== null) rows.push(await rowOf(db, anchor));
    }
    if (events.length < Math.max(limit, MIN_READ)) return { rows, end: null };
  }
}

const isOf = (event: StoredEvent, streamerId: string | undefined): boolean =>
  streamerId === undefined || event.streamer_id === streamerId;

function positionOf(event: StoredEvent | undefined): RowPosition | null {
  return event === undefined ? null : { at: event.created_at, seq: event.seq };
}

/** Returns the events of a viewer before a position, newest first. */
async function eventsOf(
  db: Database,
  viewerId: string,
  { limit, before }: { limit: number; before: RowPosition | null },
): Promise<StoredEvent[]> {
  const until = before?.at ?? Dexie.maxKey;
  return await db.events
    .where('[viewer_id+created_at]')
    .between([viewerId, Dexie.minKey], [viewerId, until], true, true)
    .reverse()
    .filter(({ created_at, seq }) => before === null || created_at < before.at || seq < before.seq)
    .limit(limit)
    .toArray();
}

/**
 * Returns the anchor of the row of an event; `null` unless the event is the newest of the viewer in
 * this row, so that each row is listed once.
 */
async function anchorOf(db: Database, event: StoredEvent): Promise<StoredEvent | null> {
  const members = await membersOf(db, event);
  const own = members.filter(({ viewer_id }) => viewer_id === event.viewer_id);
  const isNewest = own.every(
    ({ created_at, seq }) =>
      created_at < event.created_at || (created_at === event.created_at && seq <= event.seq),
  );
  if (!isNewest) return null;
  return members.find(({ row_at }) => row_at !== undefined) ?? event;
}
