import type { AccountRecord } from '@/lib/db/database';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { Backoff } from '@/lib/domain/connection/backoff';
import type { RecordingOptions } from '@/lib/domain/history/recording-options';
import type { Log } from '@/lib/log';
import { createSerialQueue } from '@/lib/serial-queue';
import type { StoredBackoff } from '@/lib/settings/stored-backoff';

/** Where what holds listening back is kept while no worker runs. */
export interface BackoffStorage {
  read(): Promise<StoredBackoff | null>;
  write(backoff: StoredBackoff | null): Promise<void>;
}

/** Whose listening to whom is held back, and for what. */
interface Whose {
  account: Pick<AccountRecord, 'id' | 'scopes'>;
  streamer: Pick<Streamer, 'id'>;
  recording: RecordingOptions;
}

/** What keeping a backoff needs. */
export interface BackoffStoreOptions {
  store: BackoffStorage;
  who: Whose;
  log: Log;
}

/** Keeps what holds one listener back. */
export interface BackoffStore {
  /** What held the listener back that a killed worker left; `null` for none, or one of other people. */
  readonly earlier: Backoff | null;
  note(backoff: Backoff): void;
  /** Listening is ended on purpose: whatever comes next begins at once. */
  forget(): Promise<void>;
}

/**
 * Chromium kills a worker that waits, and the alarm starts another one half a minute later. Pauses that
 * were in its memory alone would all end then, however long they were to be.
 */
export async function openBackoffStore(options: BackoffStoreOptions): Promise<BackoffStore> {
  const { store, log } = options;
  // Apart from the notes in the database, which may be slow or fail.
  const { enqueue: keep, idle: done } = createSerialQueue(log);
  const about = aboutOf(options.who);
  const stored = await store.read().catch((error) => {
    log.warn('what held listening back could not be read', error);
    return null;
  });
  return {
    earlier: stored?.about === about ? stored.backoff : null,
    note: (backoff) =>
      keep('storing what holds listening back', () => store.write({ about, backoff })),
    forget: () => {
      keep('forgetting what held listening back', () => store.write(null));
      return done();
    },
  };
}

/** The plan follows from this, and from the viewer's role, which can't be read while Helix is down. */
function aboutOf({ account, streamer, recording }: Whose): string {
  return JSON.stringify([account.id, account.scopes, streamer.id, recording]);
}
