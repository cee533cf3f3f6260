import { storage } from 'wxt/utils/storage';
import type { Backoff } from '@/lib/domain/connection/backoff';

/** The backoff of one listener. */
export interface StoredBackoff {
  /** Identifies the listener by its account, streamer and recording options. */
  about: string;
  backoff: Backoff;
}

/**
 * `storage.session` survives the end of the worker, but not of the browser: a user who starts the
 * browser again expects a new attempt.
 * https://developer.chrome.com/docs/extensions/reference/api/storage#storage_areas
 */
const backoffItem = storage.defineItem<StoredBackoff | null>('session:backoff', {
  fallback: null,
});

/** Reads and writes the backoff of the listener; `null` if there is none. */
export const backoffStorage = {
  read: (): Promise<StoredBackoff | null> => backoffItem.getValue(),
  write: (backoff: StoredBackoff | null): Promise<void> => backoffItem.setValue(backoff),
};
