import type { BackoffStorage } from '@/lib/app/listening/backoff-store';
import type { StoredBackoff } from '@/lib/settings/stored-backoff';

/** A store of the test's own: a listener that another test left running writes elsewhere. */
export function createFakeBackoffStore(): BackoffStorage {
  let stored: StoredBackoff | null = null;
  return {
    read: async () => structuredClone(stored),
    write: async (backoff) => {
      stored = structuredClone(backoff);
    },
  };
}
