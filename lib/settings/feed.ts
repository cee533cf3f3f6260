import { type ChannelState, NOTHING_KNOWN, type Streamer } from '@/lib/domain/channel/channel';
import type { Connection } from '@/lib/domain/connection/connection';
import type { Filter } from '@/lib/domain/filter/filter';
import type { Gap } from '@/lib/domain/history/gap';
import type { Problem } from '@/lib/domain/problem';
import { type Appearance, DEFAULT_APPEARANCE } from '@/lib/domain/view/appearance';
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

/** A streamer of the list, as far as every screen needs it. */
export interface IndexedStreamer extends Streamer {
  isFavorite: boolean;
  /** True if the badge does not count the unseen events of this streamer. */
  isMuted: boolean;
  /** The broadcast that is live, or `null`. */
  live: ChannelState['live'];
  /** Why some or all events of this streamer are not received. */
  problem: Problem | null;
}

/**
 * Who there is, and the state of the connection. With the other items below it is everything that a
 * screen outside the extension's own origin may know: a small projection of the database, written
 * only by the background, see docs/adr/0004-panel-reads-a-projection.md.
 */
export interface FeedIndex {
  account: Profile | null;
  /** The favorite first, then the others. */
  streamers: readonly IndexedStreamer[];
  connection: Connection;
  /**
   * When the background confirmed this index, in milliseconds since 1970. It does so at least twice a
   * minute, so screens do not believe an old one, see {@link connectionAt}.
   */
  publishedAt: number;
  /**
   * Until when the extension listened to the favorite, in milliseconds since 1970. Only set while
   * Twitch has ended the sign-in, so that nothing newer can be known.
   */
  lastHeard: number | null;
  appearance: Appearance;
}

/** Number of rows that the user has not seen, by the id of the streamer. Who has none is left out. */
export type Unseen = Readonly<Record<string, number>>;

/** The newest rows of one streamer, and the state of the channel. */
export interface StreamerFeed {
  streamerId: string;
  channel: ChannelState;
  /** Newest first, at most {@link FEED_ROWS}. */
  rows: RowView[];
  /** The gaps among the rows, newest first. */
  gaps: Gap[];
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

/** The index before the background has published one. */
export const EMPTY_INDEX: FeedIndex = {
  account: null,
  streamers: [],
  connection: { state: 'signed_out', problem: null },
  publishedAt: 0,
  lastHeard: null,
  appearance: DEFAULT_APPEARANCE,
};

/** Returns the feed of a streamer before the background has published one. */
export function emptyStreamerFeed(streamerId: string): StreamerFeed {
  return {
    streamerId,
    channel: NOTHING_KNOWN,
    rows: [],
    gaps: [],
    newestSeq: 0,
    hasOlder: false,
    filter: null,
    isFiltered: false,
  };
}

/** Returns the favorite; `null` if there is none, or before the index has been read. */
export function favoriteOf(
  index: Pick<FeedIndex, 'streamers'> | undefined,
): IndexedStreamer | null {
  return index?.streamers.find(({ isFavorite }) => isFavorite) ?? null;
}

/** Returns the streamer of the list whose channel a page belongs to, by its login; or `null`. */
export function streamerOnPage(
  { streamers }: Pick<FeedIndex, 'streamers'>,
  login: string | null,
): IndexedStreamer | null {
  return streamers.find((streamer) => streamer.login === login) ?? null;
}

/** Returns the streamer to show on a page: the one it belongs to, else the favorite. */
export function shownStreamer(
  index: Pick<FeedIndex, 'streamers'>,
  login: string | null,
): IndexedStreamer | null {
  return streamerOnPage(index, login) ?? favoriteOf(index);
}

/** The index as the version with one streamer stored it, together with the rows of the favorite. */
interface SingleFeed {
  favorite: Streamer | null;
  channel: ChannelState;
}

/**
 * Returns a stored index as this version can show it. After an update, the item of the version
 * before stays in storage until the background publishes one: its favorite is the only streamer.
 */
export function readableIndex(stored: Partial<FeedIndex & SingleFeed>): FeedIndex {
  const { favorite, channel, streamers = [] } = stored;
  const { account, connection, publishedAt, lastHeard, appearance } = { ...EMPTY_INDEX, ...stored };
  const known = { isFavorite: true, isMuted: false, live: channel?.live ?? null, problem: null };
  return {
    account,
    streamers: favorite ? [{ ...favorite, ...known }] : streamers,
    connection,
    publishedAt,
    lastHeard,
    appearance,
  };
}

/**
 * Returns the stored feed of a streamer as this version can show it. Fields that an older version
 * did not store get their defaults. If its rows have an older shape, the list is empty until the
 * background publishes one, and nothing in it counts as seen.
 */
export function readableStreamerFeed(
  stored: Partial<StreamerFeed> & Pick<StreamerFeed, 'streamerId'>,
): StreamerFeed {
  // Without the field, the list may be only a part of what is new.
  const hasOlder = stored.rows !== undefined;
  const feed = { ...emptyStreamerFeed(stored.streamerId), hasOlder, ...stored };
  if (!feed.rows.every(isReadable)) return { ...feed, rows: [], gaps: [], newestSeq: 0 };
  // Fields that older rows did not have. The first had no streamer of their own.
  const added = {
    streamerId: feed.streamerId,
    weight: 'plain',
    viewerId: null,
    jump: null,
  } as const;
  return { ...feed, rows: feed.rows.map((row) => ({ ...added, ...row })) };
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
