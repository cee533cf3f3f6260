import { useEffect, useState } from 'preact/hooks';
import type * as client from '@/lib/messaging/client';
import type { CommandData } from '@/lib/messaging/protocol';
import type { StreamerFeed } from '@/lib/settings/feed';

type Mark = CommandData<'feed/seen'>;

/** Sends one mark at a time. Of those of a list that wait meanwhile, only the latest is sent. */
function createMarkQueue() {
  let isBusy = false;
  const waiting = new Map<string | undefined, Mark>();
  return async (latest: Mark, send: typeof client.send): Promise<void> => {
    waiting.set(latest.streamerId, latest);
    if (isBusy) return;
    isBusy = true;
    // A mark that is added meanwhile is at the end of the map.
    for (const [list, mark] of waiting) {
      waiting.delete(list);
      await send('feed/seen', mark);
    }
    isBusy = false;
  };
}

/** A list as the user sees it. */
interface ShownList extends Pick<StreamerFeed, 'newestSeq'> {
  /** The id of the oldest row that was on screen; absent if there are no older rows. */
  downTo?: string | undefined;
  /** The streamer of the list; `null` for the list over everybody. */
  streamerId: string | null;
}

/**
 * Marks the rows that were on screen as seen, and with them everything of the same list that is not
 * older and was stored before. This includes what a filter hides: otherwise the badge would count it
 * forever. Without older rows, the whole list is seen; `null` marks nothing. While the background has
 * not replied, only the latest mark waits: during a gift bomb, the list changes faster than it is
 * marked.
 */
export function useMarkSeen(shown: ShownList | null, send: typeof client.send): void {
  const upTo = shown?.newestSeq ?? 0;
  const downTo = shown?.downTo;
  const streamerId = shown?.streamerId ?? undefined;
  const [markSeen] = useState(createMarkQueue);
  useEffect(() => {
    if (upTo === 0) return;
    void markSeen(
      {
        upTo,
        ...(downTo !== undefined && { downTo }),
        ...(streamerId !== undefined && { streamerId }),
      },
      send,
    );
  }, [upTo, downTo, streamerId, send, markSeen]);
}
