import { useEffect } from 'preact/hooks';
import type * as client from '@/lib/messaging/client';
import type { Feed } from '@/lib/settings/feed';

/**
 * Marks the rows as seen while the user can see them, and with them everything that is not older
 * and was stored before. This includes what a filter hides: otherwise the badge would count it
 * forever. If there are no older rows, everything is seen.
 */
export function useMarkSeen(
  shown: (Pick<Feed, 'newestSeq' | 'hasOlder'> & { rows: readonly { id: string }[] }) | null,
  isShown: boolean,
  send: typeof client.send,
): void {
  const upTo = shown?.newestSeq ?? 0;
  const downTo = shown?.hasOlder ? shown.rows.at(-1)?.id : undefined;
  useEffect(() => {
    if (!isShown || upTo === 0) return;
    void send('feed/seen', downTo === undefined ? { upTo } : { upTo, downTo });
  }, [isShown, upTo, downTo, send]);
}
