import type { StreamEvent } from '@/lib/domain/event/event';
import { eventOf, toRow } from '@/lib/domain/row/row';
import { DEFAULT_CONTEXT, type RowView, viewOf } from '@/lib/domain/view/row-view';
import { describeRow } from '@/lib/domain/wording/describe';
import type { Message } from '@/lib/domain/wording/message';
import type { Database } from '../database';
import { membersOf } from '../history/row-members';

/** An event, and what it says by itself. */
export interface DescribedEvent {
  event: StreamEvent;
  message: Message;
}

/** An event with the row that it belongs to. */
export interface EventDetails {
  event: StreamEvent;
  row: RowView;
  /** All events of the row, in order of arrival. */
  members: readonly DescribedEvent[];
}

/** Reads an event with its row. Returns `null` if there is no event with this id. */
export async function readEventDetails(db: Database, id: string): Promise<EventDetails | null> {
  const stored = await db.events.where('id').equals(id).first();
  if (stored === undefined) return null;
  const members = await membersOf(db, stored);
  const channel = await db.channels.get(stored.streamer_id);
  const anchor = members.find(({ row_at }) => row_at !== undefined) ?? stored;
  return {
    event: eventOf(stored),
    row: viewOf(toRow(anchor, members), {
      ...DEFAULT_CONTEXT,
      recordings: channel?.recordings ?? DEFAULT_CONTEXT.recordings,
    }),
    members: members.map((member) => {
      // Without the others, a gift of a gift bomb is a gift.
      const { thread: _thread, ...alone } = member;
      return { event: eventOf(member), message: describeRow(toRow(alone, [alone])) };
    }),
  };
}
