import type { FeedIndex, StreamerFeed, Unseen } from '@/lib/settings/feed';
import type { Publication, Published } from './publication';

/** The items as they are stored: one that is the same is not written again. */
export interface StoredItems {
  /** Returns true if an index is not the stored one, apart from the time of its confirmation. */
  isNewIndex(index: FeedIndex): boolean;
  isNewUnseen(unseen: Unseen): boolean;
  isNewFeed(feed: StreamerFeed): boolean;
  /** Returns those of the stored index who are no longer in the list. */
  goneFrom(ids: readonly string[]): string[];
  /** Called with the stored feed of a streamer. */
  loaded(feed: StreamerFeed): void;
  /** Called when a publication is stored. */
  stored(publication: Publication): void;
}

/** Keeps the items as texts, by the id of the streamer. */
export function createStoredItems(initial: Published): StoredItems {
  const feeds = new Map<string, string>();
  let index = textOf(initial.index);
  let unseen = JSON.stringify(initial.unseen);
  let listed = initial.index.streamers.map(({ id }) => id);

  const loaded = (feed: StreamerFeed) => void feeds.set(feed.streamerId, JSON.stringify(feed));

  return {
    isNewIndex: (next) => textOf(next) !== index,
    isNewUnseen: (next) => JSON.stringify(next) !== unseen,
    isNewFeed: (feed) => JSON.stringify(feed) !== feeds.get(feed.streamerId),
    goneFrom: (ids) => listed.filter((id) => !ids.includes(id)),
    loaded,
    stored: (publication) => {
      const { index: nextIndex, unseen: nextUnseen } = publication;
      if (nextIndex !== undefined) {
        index = textOf(nextIndex);
        listed = nextIndex.streamers.map(({ id }) => id);
      }
      if (nextUnseen !== undefined) unseen = JSON.stringify(nextUnseen);
      for (const feed of publication.feeds) loaded(feed);
      for (const id of publication.removed) feeds.delete(id);
    },
  };
}

function textOf({ account, streamers, connection, lastHeard, appearance }: FeedIndex): string {
  return JSON.stringify([account, streamers, connection, lastHeard, appearance]);
}
