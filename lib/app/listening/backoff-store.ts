import type { Backoff } from '@/lib/domain/connection/backoff';
import type { Log } from '@/lib/log';
import { createSerialQueue } from '@/lib/serial-queue';
import type { StoredBackoff } from '@/lib/settings/background/stored-backoff';
import type { ListenTarget } from './streamer-plan';

/** Storage for the backoff that outlives the worker. */
export interface BackoffStorage {
  read(): Promise<StoredBackoff | null>;
  write(backoff: StoredBackoff | null): Promise<void>;
}

/** Options of {@link openBackoffStore}. */
export interface BackoffStoreOptions {
  storage: BackoffStorage;
  /** A stored backoff with another key is ignored. */
  key: string;
  log: Log;
}

/** Stores the backoff of one connection. */
export interface BackoffStore {
  /** The backoff that the worker before this one stored, or `null`. */
  readonly earlier: Backoff | null;
  store(backoff: Backoff): void;
  /** Stores the backoff under another key from now on. */
  changeKey(key: string): void;
  /** Deletes the backoff, so that the next connection starts without a delay. */
  clear(): Promise<void>;
}

/**
 * Reads the stored backoff. Chromium ends a service worker that only waits, and the alarm starts
 * another one half a minute later. Without storage, every retry delay would end then.
 * See https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle
 */
export async function openBackoffStore({
  storage,
  key: initialKey,
  log,
}: BackoffStoreOptions): Promise<BackoffStore> {
  let key = initialKey;
  // Not the queue of the database writes: those may be slow or fail.
  const writes = createSerialQueue(log);
  const stored = await storage.read().catch((error) => {
    log.warn('the backoff could not be read', error);
    return null;
  });
  return {
    earlier: stored?.about === key ? stored.backoff : null,
    store: (backoff) =>
      writes.enqueue('storing the backoff', () => storage.write({ about: key, backoff })),
    changeKey: (changed) => {
      key = changed;
    },
    clear: () => {
      writes.enqueue('clearing the backoff', () => storage.write(null));
      return writes.idle();
    },
  };
}

/**
 * Returns a key that changes when the plan has to change. The viewer's role is not in the key,
 * because it cannot be read while Helix is down.
 */
export function backoffKeyOf(target: ListenTarget): string {
  const { account, streamers } = target;
  const planned = streamers.map(({ streamer, ...choices }) => [streamer.id, choices]);
  return JSON.stringify([account.id, account.scopes, planned]);
}
