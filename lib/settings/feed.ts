import { storage } from 'wxt/utils/storage';
import { type ChannelState, NOTHING_KNOWN, type Streamer } from '@/lib/domain/channel/channel';
import type { Connection } from '@/lib/domain/connection/connection';
import type { Filter } from '@/lib/domain/filter/filter';
import type { Gap } from '@/lib/domain/history/gap';
import type { RowView } from '@/lib/domain/view/row-view';

/** How many rows "the latest events" are. */
export const FEED_ROWS = 10;

/** Who closes the browser every night must not see more gaps than events. */
export const FEED_GAPS = 3;

/** The signed-in user as screens show them: never with the token. */
export interface Profile {
  id: string;
  login: string;
  /** Display name. */
  name: string;
  avatarUrl: string;
}

/**
 * All that a screen outside the extension's own origin may know: what the panel shows. Written by
 * the background only, derived from the database, small.
 */
export interface Feed {
  account: Profile | null;
  favorite: Streamer | null;
  channel: ChannelState;
  connection: Connection;
  /** Newest first, at most {@link FEED_ROWS}. */
  rows: RowView[];
  /** Newest first, those that have a place among the rows, at most {@link FEED_GAPS}. */
  gaps: Gap[];
  /** Rows that came after the last one the user saw. */
  unseen: number;
  /** Arrival of the newest event of all: who sees the rows has seen this far, whatever is filtered. */
  newestSeq: number;
  /** What the rows are filtered by; `null` where there are no rows to filter. */
  filter: Filter | null;
  /** Whether the filter may leave anything out. */
  isFiltered: boolean;
}

/** What there is before the background has ever published. */
export const EMPTY_FEED: Feed = {
  account: null,
  favorite: null,
  channel: NOTHING_KNOWN,
  connection: { state: 'signed_out', problem: null },
  rows: [],
  gaps: [],
  unseen: 0,
  newestSeq: 0,
  filter: null,
  isFiltered: false,
};

/** The feed projection in `storage.local`. */
export const feedItem = storage.defineItem<Feed>('local:feed', { fallback: EMPTY_FEED });
