import type { StreamEvent } from '@/lib/domain/event/event';
import type { EventKind } from '@/lib/domain/event/event-kind';
import type { FeedRow } from '@/lib/domain/row/row';
import { type RowView, viewOf } from '@/lib/domain/view/row-view';
import { aBomb, aGift, anEvent, aRecipient } from './events';
import { EVERY_DETAIL } from './every-detail';

let made = 0;

/** A row of one event. */
export function aRow(event: StreamEvent, bomb: FeedRow['bomb'] = null): FeedRow {
  made += 1;
  const { id, created_at: changedAt } = event;
  return { id, lastSeq: made, changedAt, event, bomb, followers: [], isUndone: false };
}

/** The row of a gift bomb of which `named` recipients are known; its header said `total`. */
function aBombRow(total: number | null, named: number): FeedRow {
  const recipients = Array.from({ length: named }, (_, index) => aRecipient(index));
  const event = total === null ? aGift('bomb', 0) : aBomb('bomb', total);
  return aRow(event, { total, recipients });
}

/** The row that so many follows were taken into. */
function aFollowsRow(count: number): FeedRow {
  const followers = Array.from({ length: count }, (_, index) => aRecipient(index));
  return { ...aRow(anEvent('follow', {})), followers };
}

/** That row as screens show it. */
export function aView(event: StreamEvent): RowView {
  return viewOf(aRow(event));
}

/** The row of a gift bomb as screens show it. */
export function aBombView(total: number | null, named: number): RowView {
  return viewOf(aBombRow(total, named));
}

/** The row of follows as screens show it. */
export function aFollowsView(count: number): RowView {
  return viewOf(aFollowsRow(count));
}

/** Rows of every kind, in every way they can be told. */
export function everyRow(): FeedRow[] {
  const rows = Object.entries(EVERY_DETAIL).flatMap(([kind, details]) =>
    // Object.entries forgets that kind and details belong together.
    details.map((detail) => aRow(anEvent(kind as EventKind, detail as never))),
  );
  const text = { title: 'Tea', category: 'Chess', language: 'en', labels: [] };
  const update = anEvent('channel_update', { before: text, after: text });
  return [
    ...rows,
    aBombRow(20, 18),
    aBombRow(null, 1),
    ...[1, 2, 14].map(aFollowsRow),
    { ...aRow(update), isUndone: true },
  ];
}
