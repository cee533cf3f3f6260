import { emptyStreamerFeed, type FeedIndex, type IndexedStreamer, type StreamerFeed } from './feed';

/** The index together with the feed of one of its streamers, as a screen shows them. */
export interface ShownFeed extends FeedIndex, Omit<StreamerFeed, 'streamerId'> {
  /** The streamer whose rows these are; `null` if there is none, and so no rows. */
  streamer: IndexedStreamer | null;
  /** Number of rows of this streamer that the user has not seen. */
  unseen: number;
}

/** Returns what a screen shows. A feed of another streamer than `streamer` is left out. */
export function shownFeedOf(
  index: FeedIndex,
  streamer: IndexedStreamer | null,
  { feed, unseen }: { feed: StreamerFeed | null | undefined; unseen: number },
): ShownFeed {
  const isOf = feed !== null && feed?.streamerId === streamer?.id;
  const { streamerId: _, ...lists } = (isOf && feed) || emptyStreamerFeed(streamer?.id ?? '');
  return { ...index, ...lists, streamer, unseen };
}
