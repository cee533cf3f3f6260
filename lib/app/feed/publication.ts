import type { ChannelState, Streamer } from '@/lib/domain/channel/channel';
import type { Problem } from '@/lib/domain/problem';
import {
  emptyStreamerFeed,
  type FeedIndex,
  type IndexedStreamer,
  type StreamerFeed,
  type Unseen,
} from '@/lib/settings/feed';
import type { StreamerLists } from './streamer-lists';

/** A streamer to listen to, as the background tells the publisher. */
export type ListedEntry = Streamer & Pick<IndexedStreamer, 'isFavorite' | 'isMuted'>;

/** Returns the list of a user who has a favorite and no others, or nobody. */
export function entriesOf(favorite: Streamer | null): ListedEntry[] {
  return favorite === null ? [] : [{ ...favorite, isFavorite: true, isMuted: false }];
}

/** The part of the index that the background tells the publisher. */
export interface IndexState extends Pick<FeedIndex, 'account' | 'connection' | 'lastHeard'> {
  /** The favorite first, then the others. */
  streamers: readonly ListedEntry[];
}

/** What changes in the browser's storage: each item as a whole, and only those that differ. */
export interface Publication {
  index?: FeedIndex;
  unseen?: Unseen;
  feeds: readonly StreamerFeed[];
  /** The streamers who are no longer in the list. */
  removed: readonly string[];
}

/** What screens show after a publication, whether or not it has changed. */
export interface Published {
  index: FeedIndex;
  unseen: Unseen;
}

/** Returns the state that an index was made of. */
export function stateOf(index: FeedIndex): IndexState {
  const { account, connection, lastHeard } = index;
  return { account, connection, lastHeard, streamers: index.streamers.map(entryOf) };
}

function entryOf({ live: _live, problem: _problem, ...entry }: IndexedStreamer): ListedEntry {
  return entry;
}

/** Everything that is known of the streamers, and what of it is stored. Ids are those of streamers. */
export interface Board {
  channelChanged(streamerId: string, channel: ChannelState): void;
  problemChanged(streamerId: string, problem: Problem | null): void;
  /** Returns true if the stored feed of the streamer is known. */
  isLoaded(streamerId: string): boolean;
  /** Called with the stored feed of a streamer; `null` if there is none. */
  loaded(streamerId: string, stored: StreamerFeed | null): void;
  /** Called with the lists of a streamer. */
  listsRead(streamerId: string, read: StreamerLists): void;
  /** Returns what is to be published of a state, and of the streamers with these ids. */
  prepare(state: IndexState, ids: readonly string[], confirmation: Confirmation): Prepared;
  /** Called when a publication is stored. */
  stored(publication: Publication): void;
}

/** How an index is confirmed. */
export interface Confirmation {
  publishedAt: number;
  /** True if the index is published even if nothing else in it has changed. */
  isDue: boolean;
}

/** A publication that is not yet stored, with everything that screens show after it. */
export interface Prepared {
  publication: Publication;
  published: Published;
}

/** The keys of two texts that are not of a streamer, whose ids are numbers. */
const INDEX = 'index';
const UNSEEN = 'unseen';

/** Creates a board with what the last worker has published. */
export function createBoard(initial: Published): Board {
  const feeds = new Map<string, StreamerFeed>();
  const channels = new Map<string, ChannelState>();
  const live = new Map(initial.index.streamers.map(({ id, live: now }) => [id, now]));
  const problems = new Map(initial.index.streamers.map(({ id, problem }) => [id, problem]));
  const unseen = new Map(Object.entries(initial.unseen));
  /** The items as they are stored, as texts: an item that is the same is not written again. */
  const texts = new Map<string, string>();
  let listed = initial.index.streamers.map(({ id }) => id);

  function remember({ index, unseen: counts, feeds: changed }: Omit<Publication, 'removed'>): void {
    if (index !== undefined) texts.set(INDEX, textOfIndex(index));
    if (counts !== undefined) texts.set(UNSEEN, JSON.stringify(counts));
    for (const feed of changed) texts.set(feed.streamerId, JSON.stringify(feed));
  }
  remember({ ...initial, feeds: [] });

  function indexOf(state: IndexState, publishedAt: number): FeedIndex {
    const streamers = state.streamers.map((entry) => ({
      ...entry,
      live: live.get(entry.id) ?? null,
      problem: problems.get(entry.id) ?? null,
    }));
    const favorite = streamers.find(({ isFavorite }) => isFavorite);
    const newest = favorite && feeds.get(favorite.id)?.rows[0]?.createdAt;
    // It is some seconds before the last frame, but not before a row.
    const lastHeard = state.lastHeard && Math.max(state.lastHeard, newest ?? 0);
    return { ...state, streamers, publishedAt, lastHeard };
  }

  return {
    channelChanged: (id, channel) => {
      channels.set(id, channel);
      live.set(id, channel.live);
    },
    problemChanged: (id, problem) => void problems.set(id, problem),
    isLoaded: (id) => feeds.has(id),
    loaded: (id, feed) => {
      feeds.set(id, feed ?? emptyStreamerFeed(id));
      if (feed !== null) texts.set(id, JSON.stringify(feed));
    },
    listsRead: (id, read) => {
      feeds.set(id, { ...(feeds.get(id) ?? emptyStreamerFeed(id)), ...read.lists });
      unseen.set(id, read.unseen);
    },
    prepare: (state, ids, { publishedAt, isDue }) => {
      for (const id of ids) {
        const feed = feeds.get(id) ?? emptyStreamerFeed(id);
        feeds.set(id, { ...feed, channel: channels.get(id) ?? feed.channel });
      }
      const index = indexOf(state, publishedAt);
      const streamerIds = state.streamers.map(({ id }) => id);
      const counts = countsOf(streamerIds, unseen);
      const publication: Publication = {
        ...((isDue || textOfIndex(index) !== texts.get(INDEX)) && { index }),
        ...(JSON.stringify(counts) !== texts.get(UNSEEN) && { unseen: counts }),
        feeds: ids
          .flatMap((id) => feeds.get(id) ?? [])
          .filter((feed) => JSON.stringify(feed) !== texts.get(feed.streamerId)),
        removed: listed.filter((id) => !streamerIds.includes(id)),
      };
      return { publication, published: { index, unseen: counts } };
    },
    stored: (publication) => {
      const { removed, index } = publication;
      remember(publication);
      if (index !== undefined) listed = index.streamers.map(({ id }) => id);
      for (const known of [feeds, channels, live, problems, unseen, texts]) {
        for (const id of removed) known.delete(id);
      }
    },
  };
}

/** Returns the text of an index without the time of its confirmation. */
function textOfIndex(index: FeedIndex): string {
  return JSON.stringify({ ...index, publishedAt: 0 });
}

function countsOf(ids: readonly string[], unseen: ReadonlyMap<string, number>): Unseen {
  const counts = ids.map((id) => [id, unseen.get(id) ?? 0] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
