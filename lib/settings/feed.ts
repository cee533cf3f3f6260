import { storage } from 'wxt/utils/storage';
import { type ChannelState, NOTHING_KNOWN, type Streamer } from '@/lib/domain/channel/channel';
import type { Connection } from '@/lib/domain/connection/connection';
import type { Filter } from '@/lib/domain/filter/filter';
import type { Gap } from '@/lib/domain/history/gap';
import type { RowView } from '@/lib/domain/view/row-view';

/** The number of rows in the feed. */
export const FEED_ROWS = 10;

/**
 * The number of gaps in the feed. It is small, so that users who close the browser every night do
 * not see more gaps than events.
 */
export const FEED_GAPS = 3;

/** The signed-in user as screens show them, without the token. */
export interface Profile {
  id: string;
  login: string;
  /** Display name. */
  name: string;
  avatarUrl: string;
}

/**
 * Everything that the panel shows. The panel runs on a page that is not ours, so the feed holds
 * nothing else. Only the background writes it. See docs/adr/0004-projection-for-the-panel.md.
 */
export interface Feed {
  account: Profile | null;
  favorite: Streamer | null;
  channel: ChannelState;
  connection: Connection;
  /** Newest first, at most {@link FEED_ROWS}. */
  rows: RowView[];
  /** Gaps between these rows: newest first, at most {@link FEED_GAPS}. */
  gaps: Gap[];
  /** The number of rows after the last one that the user has seen. */
  unseen: number;
  /**
   * Arrival number of the newest event, also if the filter hides it. A user who sees the rows has
   * seen all events up to this one.
   */
  newestSeq: number;
  /** The filter of the rows; `null` if no favorite is chosen. */
  filter: Filter | null;
  /** True if the filter can hide events. */
  isFiltered: boolean;
}

/** The feed before the background has published one. */
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

/** The feed in `storage.local`. */
export const feedItem = storage.defineItem<Feed>('local:feed', { fallback: EMPTY_FEED });
