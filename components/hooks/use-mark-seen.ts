import { useEffect, useState } from 'preact/hooks';
import type * as client from '@/lib/messaging/client';
import type { CommandData } from '@/lib/messaging/protocol';
import type { StreamerFeed } from '@/lib/settings/feed';

type Mark = CommandData<'feed/seen'>;

/** Sends one mark at a time. Of those that wait meanwhile, only the latest is sent. */
function createMarkQueue() {
  let isBusy = false;
  let next: Mark | null = null;
  return async (latest: Mark, send: typeof client.send): Promise<void> => {
    next = latest;
    if (isBusy) return;
    isBusy = true;
    for (let mark: Mark | null = next; mark !== null; mark = next) {
      next = null;
      await send('feed/seen', mark);
    }
    isBusy = false;
  };
}

/**
 * Marks the rows as seen while the user can see them, and with them everything that is not older
 * and was stored before. This includes what a filter hides: otherwise the badge would count it
 * forever. If there are no older rows, everything is seen. While the background has not replied,
 * only the latest mark waits: during a gift bomb, the list changes faster than it is marked.
 */
export function useMarkSeen(
  shown:
    | (Pick<StreamerFeed, 'newestSeq' | 'hasOlder'> & { rows: readonly { id: string }[] })
    | null,
  isShown: boolean,
  send: typeof client.send,
): void {
  const upTo = shown?.newestSeq ?? 0;
  const downTo = shown?.hasOlder ? shown.rows.at(-1)?.id : undefined;
  const [markSeen] = useState(createMarkQueue);
  useEffect(() => {
    if (!isShown || upTo === 0) return;
    void markSeen(downTo === undefined ? { upTo } : { upTo, downTo }, send);
  }, [isShown, upTo, downTo, send, markSeen]);
}
