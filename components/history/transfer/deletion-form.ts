import type { EventScope } from '@/lib/domain/transfer/scope';
import { type HistoryAddress, momentOf } from '@/lib/domain/view/history-address';
import { type Days, dayPlus, daysOf } from '@/lib/domain/view/history-dates';

/** What the user has chosen to delete. */
export interface DeletionForm extends Days {
  streamerId: string | null;
  /** True if it concerns the viewer only whose events the page shows. */
  isOfViewer: boolean;
}

/** Returns what the page shows as the first choice, in whole days. */
export function formOf(address: HistoryAddress): DeletionForm {
  const { streamerId, viewerId } = address;
  return { streamerId, isOfViewer: viewerId !== null, ...daysOf(address) };
}

/** Returns the events of a choice: none, if the last day is before the first. */
export function scopeOf(form: DeletionForm, { viewerId }: HistoryAddress): EventScope {
  const { streamerId, isOfViewer, first, last } = form;
  return {
    streamerId,
    viewerId: isOfViewer ? viewerId : null,
    from: first === null ? null : momentOf(first),
    until: last === null ? null : momentOf(dayPlus(last, 1)),
  };
}
