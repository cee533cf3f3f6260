import { CHOICES, type FilterChoice } from '../filter/filter';

/** What the history page shows, as its address says. */
export interface HistoryAddress {
  /** The id of a streamer; `null` for all. */
  streamerId: string | null;
  /** The id of a viewer, whose rows only are shown; `null` for those of everybody. */
  viewerId: string | null;
  /** The kinds that are shown; all of them if none is named. */
  choices: readonly FilterChoice[];
}

/** The whole history. */
export const WHOLE_HISTORY: HistoryAddress = { streamerId: null, viewerId: null, choices: [] };

const ID = /^\d{1,20}$/;

/** Reads the query of an address, such as `?streamer=100&kinds=subs.gifts`. Ignores what is invalid. */
export function readHistoryAddress(search: string): HistoryAddress {
  const query = new URLSearchParams(search);
  const idIn = (name: string) => {
    const value = query.get(name);
    return value !== null && ID.test(value) ? value : null;
  };
  const kinds = new Set(query.get('kinds')?.split('.'));
  return {
    streamerId: idIn('streamer'),
    viewerId: idIn('viewer'),
    choices: CHOICES.filter((choice) => kinds.has(choice)),
  };
}

/** Returns the query of an address; empty for the whole history. */
export function historySearch({ streamerId, viewerId, choices }: HistoryAddress): string {
  const query = new URLSearchParams({
    ...(streamerId !== null && { streamer: streamerId }),
    ...(viewerId !== null && { viewer: viewerId }),
    ...(choices.length > 0 && { kinds: choices.join('.') }),
  }).toString();
  return query && `?${query}`;
}
