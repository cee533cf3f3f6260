import { useEffect, useState } from 'preact/hooks';
import { useCommand } from '@/components/hooks/use-command';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { send } from '@/lib/messaging/client';
import { MINUTE } from '@/lib/time';

/** Later, the streamer is removed in the popup. */
const UNDO_FOR_MS = 5 * MINUTE;

/**
 * Returns commands to add a streamer to the list and to undo it, and the streamer that was added
 * last on this page, for as long as it can be undone here.
 */
export function useAdded(pathname: string, sendCommand: typeof send) {
  const [added, setAdded] = useState<Streamer | null>(null);
  const forget = () => setAdded(null);
  useEffect(forget, [pathname]);
  useEffect(() => {
    if (added === null) return undefined;
    const timer = setTimeout(forget, UNDO_FOR_MS);
    return () => clearTimeout(timer);
  }, [added]);

  const add = useCommand(async (userName: string) => {
    const reply = await sendCommand('streamers/add', { userName });
    if (reply.ok) setAdded(reply.value);
    return reply;
  });
  const undo = useCommand(async (streamerId: string) => {
    const reply = await sendCommand('streamers/undoAdd', { streamerId });
    if (reply.ok) forget();
    return reply;
  });
  return { added, add, undo, forget };
}
