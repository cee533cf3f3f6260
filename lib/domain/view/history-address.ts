/** What the history page shows, as its address says. */
export interface HistoryAddress {
  /** The id of a streamer; `null` for all. */
  streamerId: string | null;
  /** The id of a viewer, whose rows only are shown; `null` for those of everybody. */
  viewerId: string | null;
}

/** The whole history. */
export const WHOLE_HISTORY: HistoryAddress = { streamerId: null, viewerId: null };

const ID = /^\d{1,20}$/;

/** Reads the query of an address, such as `?streamer=100&viewer=7`. Ignores what is invalid. */
export function readHistoryAddress(search: string): HistoryAddress {
  const query = new URLSearchParams(search);
  const idIn = (name: string) => {
    const value = query.get(name);
    return value !== null && ID.test(value) ? value : null;
  };
  return { streamerId: idIn('streamer'), viewerId: idIn('viewer') };
}

/** Returns the query of an address; empty for the whole history. */
export function historySearch({ streamerId, viewerId }: HistoryAddress): string {
  const query = new URLSearchParams({
    ...(streamerId !== null && { streamer: streamerId }),
    ...(viewerId !== null && { viewer: viewerId }),
  }).toString();
  return query && `?${query}`;
}
