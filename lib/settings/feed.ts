import { storage } from 'wxt/utils/storage';
import { type ChannelState, NOTHING_KNOWN, type Streamer } from '@/lib/domain/channel/channel';
import type { Connection } from '@/lib/domain/connection/connection';
import type { Filter } from '@/lib/domain/filter/filter';
import type { Gap } from '@/lib/domain/history/gap';
import type { RowView } from '@/lib/domain/view/row-view';

/** Number of rows in the lists of the panel and the popup. */
export const FEED_ROWS = 10;

/** The signed-in user as screens show them: never with the token. */
export interface Profile {
  id: string;
  login: string;
  /** Display name. */
  name: string;
  avatarUrl: string;
}

/**
 * Everything that a screen outside the extension's own origin may know, which is what the panel
 * shows. A small projection of the database, written only by the background, see
 * docs/adr/0004-panel-reads-a-projection.md.
 */
export interface Feed {
  account: Profile | null;
  favorite: Streamer | null;
  channel: ChannelState;
  connection: Connection;
  /**
   * Until when the extension listened to the favorite, in milliseconds since 1970. Only set while
   * Twitch has ended the sign-in, so that nothing newer can be known.
   */
  lastHeard: number | null;
  /** Newest first, at most {@link FEED_ROWS}. */
  rows: RowView[];
  /** The gaps among the rows, newest first. */
  gaps: Gap[];
  /** Number of rows that are newer than the seen watermark. */
  unseen: number;
  /**
   * Arrival number of the newest event in the log, whether or not the filter shows it: a user who
   * sees the rows has seen everything up to it.
   */
  newestSeq: number;
  /** The filter of the rows; `null` where there are no rows to filter. */
  filter: Filter | null;
  /** True if the filter can leave anything out. */
  isFiltered: boolean;
}

/** The feed before the background has published one. */
export const EMPTY_FEED: Feed = {
  account: null,
  favorite: null,
  channel: NOTHING_KNOWN,
  connection: { state: 'signed_out', problem: null },
  lastHeard: null,
  rows: [],
  gaps: [],
  unseen: 0,
  newestSeq: 0,
  filter: null,
  isFiltered: false,
};

/** The feed in `storage.local`. Read it through {@link readableFeed}. */
export const feedItem = storage.defineItem<Feed>('local:feed', { fallback: EMPTY_FEED });

/**
 * Returns a stored feed as this version can show it. After an update, the feed of the version
 * before stays in storage until the background publishes one. Fields that it lacks get their
 * defaults. If its rows have an older shape, the list is empty until then, and nothing in it counts
 * as seen.
 */
export function readableFeed(stored: Partial<Feed>): Feed {
  const feed = { ...EMPTY_FEED, ...stored };
  if (feed.rows.every(isReadable)) return feed;
  return { ...feed, rows: [], gaps: [], newestSeq: 0 };
}

function isReadable({ message, secondary, userMessage }: Partial<RowView>): boolean {
  return message !== undefined && secondary !== undefined && userMessage !== undefined;
}
