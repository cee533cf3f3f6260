import type { BackoffStorage } from '@/lib/app/listening/backoff-store';
import type { StoredBackoff } from '@/lib/settings/background/stored-backoff';

/** Creates a storage for one test, so that listeners of other tests cannot write to it. */
export function createFakeBackoffStore(): BackoffStorage {
  let stored: StoredBackoff | null = null;
  return {
    read: async () => structuredClone(stored),
    write: async (backoff) => {
      stored = structuredClone(backoff);
    },
  };
}
