import { type ChannelState, NOTHING_KNOWN, type Streamer } from '@/lib/domain/channel/channel';
import type { Connection } from '@/lib/domain/connection/connection';
import type { Filter } from '@/lib/domain/filter/filter';
import type { Gap } from '@/lib/domain/history/gap';
import type { RowView } from '@/lib/domain/view/row-view';
import { isRecent, SECOND } from '@/lib/time';

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
   * When the background confirmed this feed, in milliseconds since 1970. It does so at least twice a
   * minute, so screens do not believe an old one, see {@link connectionAt}.
   */
  publishedAt: number;
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
   * sees the rows has seen everything up to it that is not older than they are.
   */
  newestSeq: number;
  /** True if there are older rows, which the user has not seen with these. */
  hasOlder: boolean;
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
  publishedAt: 0,
  lastHeard: null,
  rows: [],
  gaps: [],
  unseen: 0,
  newestSeq: 0,
  hasOlder: false,
  filter: null,
  isFiltered: false,
};

/**
 * Returns a stored feed as this version can show it. After an update, the feed of the version
 * before stays in storage until the background publishes one. Fields that it lacks get their
 * defaults. If its rows have an older shape, the list is empty until then, and nothing in it counts
 * as seen.
 */
export function readableFeed(stored: Partial<Feed>): Feed {
  // Without the field, the list may be only a part of what is new.
  const feed = { ...EMPTY_FEED, hasOlder: stored.rows !== undefined, ...stored };
  if (feed.rows.every(isReadable)) return feed;
  return { ...feed, rows: [], gaps: [], newestSeq: 0 };
}

function isReadable({ message, secondary, userMessage, people }: Partial<RowView>): boolean {
  const isDescribed = message !== undefined && secondary !== undefined && userMessage !== undefined;
  // The first versions stored users instead of names.
  return isDescribed && people?.some((name) => typeof name === 'object' && name !== null) === false;
}

/**
 * How long a published connection is believed. The background confirms it twice a minute, and an
 * alarm may be late.
 */
const BELIEVED_MS = 90 * SECOND;

/**
 * Returns the connection to show at `now`, when `published` was confirmed at `publishedAt`. Both are
 * in milliseconds since 1970. If the background no longer confirms that it is at work, it has ended
 * and was not started again. A clock may be corrected a little, so a time after `now` also counts.
 */
export function connectionAt(published: Connection, publishedAt: number, now: number): Connection {
  const isAtWork = ['connecting', 'listening', 'reconnecting'].includes(published.state);
  if (!isAtWork || isRecent(publishedAt - BELIEVED_MS, 2 * BELIEVED_MS, now)) return published;
  return { state: 'problem', problem: 'not_running' };
}
