import { storage } from 'wxt/utils/storage';
import type { ListedStreamer } from '@/lib/domain/roster/roster';

/** A streamer that the user has removed, with what was chosen for it. */
export interface RemovedStreamer {
  accountId: string;
  streamer: ListedStreamer;
}

/** The streamer that was removed last; `null` if there is none, or if it was restored. */
export const removedStreamerItem = storage.defineItem<RemovedStreamer | null>(
  'local:removedStreamer',
  { fallback: null },
);

/** Reads and stores the streamer that was removed last. */
export type LastRemoved = Pick<typeof removedStreamerItem, 'getValue' | 'setValue'>;
