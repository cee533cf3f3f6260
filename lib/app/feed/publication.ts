import type { Streamer } from '@/lib/domain/channel/channel';
import { listedIn, type Roster, streamerOf } from '@/lib/domain/roster/roster';
import type { FeedIndex, IndexedStreamer, StreamerFeed, Unseen } from '@/lib/settings/feed';

/** A streamer to listen to, as the background tells the publisher. */
export type ListedEntry = Streamer & Pick<IndexedStreamer, 'isFavorite' | 'isMuted'>;

/** Returns the entries of a roster, the favorite first. */
export function entriesOf(roster: Roster): ListedEntry[] {
  return listedIn(roster).map((listed) => ({
    ...streamerOf(listed),
    isFavorite: listed.id === roster.favorite?.id,
    isMuted: listed.choices.isMuted,
  }));
}

/** The part of the index that the background tells the publisher. */
export interface IndexState
  extends Pick<FeedIndex, 'account' | 'connection' | 'lastHeard' | 'appearance'> {
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
  const { account, connection, lastHeard, appearance } = index;
  return { account, connection, lastHeard, appearance, streamers: index.streamers.map(entryOf) };
}

function entryOf({ live: _live, problem: _problem, ...entry }: IndexedStreamer): ListedEntry {
  return entry;
}
