import type { StreamEvent } from '@/lib/domain/event/event';
import type { EventKind } from '@/lib/domain/event/event-kind';
import type { FeedRow } from '@/lib/domain/row/row';
import { type RowView, viewOf } from '@/lib/domain/view/row-view';
import { aBomb, aGift, anEvent, aRecipient } from './events';
import { EVERY_DETAIL } from './every-detail';

const NO_VIEWER = { viewer_id: null, viewer_login: null, viewer_name: null };

let made = 0;

/** Returns a row of one event. */
export function aRow(event: StreamEvent, bomb: FeedRow['bomb'] = null): FeedRow {
  made += 1;
  const { id, created_at: changedAt } = event;
  return {
    id,
    lastSeq: made,
    newSeq: made,
    changedAt,
    event,
    bomb,
    followers: [],
    isUndone: false,
  };
}

/** Returns the row of a gift bomb with `named` known recipients; `total` is from its header. */
function aBombRow(total: number | null, named: number): FeedRow {
  const recipients = Array.from({ length: named }, (_, index) => aRecipient(index));
  const event = total === null ? aGift('bomb', 0) : aBomb('bomb', total);
  return aRow(event, { total, recipients });
}

/** Returns the row of a group of follows. */
function aFollowsRow(count: number): FeedRow {
  const followers = Array.from({ length: count }, (_, index) => aRecipient(index));
  return { ...aRow(anEvent('follow', {})), followers };
}

/** Returns the row of an event as screens show it. */
export function aView(event: StreamEvent): RowView {
  return viewOf(aRow(event));
}

/** Returns the row of a gift bomb as screens show it. */
export function aBombView(total: number | null, named: number): RowView {
  return viewOf(aBombRow(total, named));
}

/** Returns the row of a group of follows as screens show it. */
export function aFollowsView(count: number): RowView {
  return viewOf(aFollowsRow(count));
}

/** Returns rows of every kind, in every way they can be described. */
export function everyRow(): FeedRow[] {
  const rows = Object.entries(EVERY_DETAIL).flatMap(([kind, details]) =>
    // Object.entries loses the relation of kind and details.
    details.map((detail) => aRow(anEvent(kind as EventKind, detail as never))),
  );
  const info = { title: 'Tea', category: 'Chess', language: 'en', labels: [] };
  const update = anEvent('channel_update', { before: info, after: info });
  return [
    ...rows,
    aBombRow(20, 18),
    aBombRow(null, 1),
    ...[1, 2, 14].map(aFollowsRow),
    { ...aRow(update), isUndone: true },
    ...EVERY_DETAIL.other.map((detail) => aRow(anEvent('other', detail, NO_VIEWER))),
  ];
}
