import type { ChannelState } from '@/lib/domain/channel/channel';
import {
  emptyStreamerFeed,
  type FeedIndex,
  favoriteOf,
  type StreamerFeed,
  type Unseen,
} from '@/lib/settings/feed';
import type { IndexState, Publication, Published } from './publication';
import { createStoredItems } from './stored-items';
import type { StreamerLists } from './streamer-lists';
import { createStreamerProblems, type StreamerProblems } from './streamer-problems';

/** Everything that is known of the streamers, and what of it is stored. Ids are those of streamers. */
export interface Board {
  channelChanged(streamerId: string, channel: ChannelState): void;
  /** Why events of streamers are not received. */
  readonly problems: Pick<StreamerProblems, 'reported' | 'goneChanged'>;
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

/** Creates a board with what the last worker has published. */
export function createBoard(initial: Published): Board {
  const feeds = new Map<string, StreamerFeed>();
  const channels = new Map<string, ChannelState>();
  const live = new Map(initial.index.streamers.map(({ id, live: now }) => [id, now]));
  const problems = createStreamerProblems(initial.index.streamers);
  const unseen = new Map(Object.entries(initial.unseen));
  const items = createStoredItems(initial);
  const feedOf = (id: string) => feeds.get(id) ?? emptyStreamerFeed(id);

  function indexOf(state: IndexState, publishedAt: number): FeedIndex {
    const streamers = state.streamers.map((entry) => ({
      ...entry,
      live: live.get(entry.id) ?? null,
      problem: problems.of(entry.id),
    }));
    const favorite = favoriteOf({ streamers });
    const newest = favorite && feedOf(favorite.id).rows[0]?.createdAt;
    // It is some seconds before the last frame, but not before a row.
    const lastHeard = state.lastHeard && Math.max(state.lastHeard, newest ?? 0);
    return { ...state, streamers, publishedAt, lastHeard };
  }

  return {
    channelChanged: (id, channel) => {
      channels.set(id, shownOf(channel));
      live.set(id, channel.live);
    },
    problems,
    isLoaded: (id) => feeds.has(id),
    loaded: (id, feed) => {
      feeds.set(id, feed ?? emptyStreamerFeed(id));
      if (feed !== null) items.loaded(feed);
    },
    listsRead: (id, read) => {
      feeds.set(id, { ...feedOf(id), ...read.lists });
      unseen.set(id, read.unseen);
    },
    prepare: (state, ids, { publishedAt, isDue }) => {
      for (const id of ids) {
        feeds.set(id, { ...feedOf(id), channel: channels.get(id) ?? feedOf(id).channel });
      }
      const index = indexOf(state, publishedAt);
      const streamerIds = state.streamers.map(({ id }) => id);
      const counts = countsOf(streamerIds, unseen);
      const publication: Publication = {
        ...((isDue || items.isNewIndex(index)) && { index }),
        ...(items.isNewUnseen(counts) && { unseen: counts }),
        feeds: ids.map(feedOf).filter(items.isNewFeed),
        removed: items.goneFrom(streamerIds),
      };
      return { publication, published: { index, unseen: counts } };
    },
    stored: (publication) => {
      items.stored(publication);
      for (const known of [feeds, channels, live, problems, unseen]) {
        for (const id of publication.removed) known.delete(id);
      }
    },
  };
}

/** Returns what screens show of a channel: its rows lead to the recordings already. */
function shownOf({ live, text, recordingUrl, chat }: ChannelState): ChannelState {
  return { live, text, recordingUrl, ...(chat !== undefined && { chat }) };
}

function countsOf(ids: readonly string[], unseen: ReadonlyMap<string, number>): Unseen {
  const counts = ids.map((id) => [id, unseen.get(id) ?? 0] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
