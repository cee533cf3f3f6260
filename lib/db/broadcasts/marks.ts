import type { EventKind } from '@/lib/domain/event/event-kind';
import type { Span } from '@/lib/domain/history/listened';
import { bitsOf } from '@/lib/domain/log-index/hour';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { MomentSizes } from '@/lib/domain/view/emphasis';
import { type MomentSettings, sizesFor } from '@/lib/domain/view/moments';
import { DEFAULT_CONTEXT, type RowView, viewOf } from '@/lib/domain/view/row-view';
import { channelOf } from '../channels';
import type { Database } from '../database';
import { rowOf } from '../feed/rows';

/** The part of the log whose marks are read. `until` may be infinite. */
export interface MarkQuery extends Span {
  streamerId: string;
  /** What a moment is. */
  moments: MomentSettings;
}

const KINDS: readonly EventKind[] = [
  'raid_in',
  'raid_out',
  'community_gift',
  'gift',
  'cheer',
  'power_up',
  'channel_update',
];

/**
 * Reads the rows of a broadcast that its timeline marks, the oldest first: raids, gift bombs, moments and
 * changes of the channel. Works in a live query.
 */
export async function readMarks(db: Database, query: MarkQuery): Promise<RowView[]> {
  const { streamerId, from, until } = query;
  const [channel, ...anchors] = await Promise.all([
    channelOf(db, streamerId),
    ...KINDS.map((kind) =>
      db.events
        .where('[streamer_id+event_type+row_at]')
        .between([streamerId, kind, from], [streamerId, kind, until], true, false)
        .toArray(),
    ),
  ]);
  const sizes = sizesFor(query.moments, channel?.moment_sizes);
  const marked = anchors.flat().filter((anchor) => mayBeMarked(anchor, sizes));
  const rows = await Promise.all(marked.map((anchor) => rowOf(db, anchor)));
  const context = { sizes, recordings: channel?.recordings ?? DEFAULT_CONTEXT.recordings };
  return rows
    .map((row) => viewOf(row, context))
    .filter(({ kind }) => kind !== 'gift')
    .toSorted((a, b) => a.createdAt - b.createdAt);
}

/** Most gifts and cheers are none, and their rows need not be read. */
function mayBeMarked(anchor: StoredEvent, sizes: MomentSizes): boolean {
  switch (anchor.event_type) {
    case 'gift':
      return anchor.thread !== undefined;
    case 'cheer':
    case 'power_up':
      return bitsOf(anchor) >= sizes.bits;
    default:
      return true;
  }
}
