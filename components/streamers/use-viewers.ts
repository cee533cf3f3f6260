import { useEffect, useState } from 'preact/hooks';
import { useNow } from '@/components/ui/hooks/use-now';
import { useVisible } from '@/components/ui/hooks/use-visible';
import type { send } from '@/lib/messaging/client';
import { MINUTE } from '@/lib/time';

/** A number that is older than this says too little. */
const MAX_AGE_MS = 2 * MINUTE;

/**
 * Returns how many viewers a live streamer has; `null` if it is not known, and for `null`. Asks at once
 * and once a minute, while the page is visible. The streamer must stay the same while there is one.
 */
export function useViewers(streamerId: string | null, ask: typeof send): number | null {
  const now = useNow();
  const isVisible = useVisible();
  const [known, setKnown] = useState({ at: 0, count: 0 });

  useEffect(() => {
    if (streamerId === null || !isVisible) return undefined;
    let isOutdated = false;
    void ask('channels/viewers', {}).then((reply) => {
      const count = reply.ok ? reply.value.byStreamer[streamerId] : undefined;
      // Without an answer, the one before counts until it is too old.
      if (!isOutdated && reply.ok && count !== undefined) setKnown({ at: reply.value.at, count });
    });
    return () => {
      isOutdated = true;
    };
  }, [streamerId, isVisible, now, ask]);

  return streamerId !== null && now - known.at < MAX_AGE_MS ? known.count : null;
}
