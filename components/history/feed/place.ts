import { type HistoryAddress, historySearch } from '@/lib/domain/view/history-address';

/** Where the user is in the list of rows. The browser keeps it with the address. */
export interface Place {
  /** The id of the row after which the rows on the page began; `null` for the newest. */
  after: string | null;
  /** The id of the row at the top of what is visible. */
  row: string;
  /** How far its top was from that of the list, in pixels. */
  offset: number;
}

/** Returns a text that is the same for the same rows: the details that are shown do not matter. */
export function rowsKey(address: HistoryAddress): string {
  return historySearch({ ...address, eventId: null });
}

/** Returns what is kept with the address that is gone to: the place, if the rows stay the same. */
export function placeOnWay(now: HistoryAddress, next: HistoryAddress): unknown {
  return rowsKey(now) === rowsKey(next) ? history.state : null;
}

/** Returns the place that the browser kept with this address; `null` for the top. */
export function keptPlace(): Place | null {
  const kept: unknown = history.state;
  if (typeof kept !== 'object' || kept === null || !('row' in kept)) return null;
  // Only this file writes it.
  return kept as Place;
}

/** Makes the browser keep a place with this address. */
export function keepPlace(place: Place | null): void {
  history.replaceState(place, '');
}

let keepWaiting: (() => void) | null = null;

/** Sets what keeps the place of a list that has been scrolled just now; `null` for nothing. */
export function setWaitingPlace(keep: (() => void) | null): void {
  keepWaiting = keep;
}

/** Keeps the place that waits, if there is one. Call it before the page goes on to another address. */
export function keepWaitingPlace(): void {
  keepWaiting?.();
  keepWaiting = null;
}
