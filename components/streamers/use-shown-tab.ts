import { useEffect, useState } from 'preact/hooks';
import { useStreamerFeed } from '@/components/hooks/use-feed';
import type { IndexedStreamer, StreamerFeed } from '@/lib/settings/feed';

/** What a tab shows: a streamer with the published feed, or all streamers. */
export type ShownTab = { streamer: IndexedStreamer; feed: StreamerFeed } | { streamer: null };

/**
 * Returns what the selected tab shows; `undefined` until it has been read. The tab before stays
 * until then: the window of the popup is as high as its content, and must not jump.
 */
export function useShownTab(selected: IndexedStreamer | null | undefined): ShownTab | undefined {
  const feed = useStreamerFeed(selected?.id ?? null);
  const [before, setBefore] = useState<ShownTab>();
  const shown = shownOf(selected, feed);
  useEffect(() => {
    if (shown !== undefined) setBefore(shown);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `shown` is made of these
  }, [selected, feed]);
  return shown ?? before;
}

function shownOf(
  selected: IndexedStreamer | null | undefined,
  feed: StreamerFeed | undefined,
): ShownTab | undefined {
  if (selected === null) return { streamer: null };
  return selected && feed && { streamer: selected, feed };
}
