import type { Database } from '@/lib/db/database';
import { advanceIndex } from '@/lib/db/log-index/advance';
import type { Log } from '@/lib/log';
import { createSerialQueue } from '@/lib/serial-queue';
import { type Clock, SECOND } from '@/lib/time';

/** Events in one transaction: other work waits for it. */
const STEP = 500;

/** What happens at once is taken in together, and after it is on screen. */
const DELAY = SECOND;

/** Dependencies of {@link createIndexing}. */
export interface IndexingOptions {
  db: Database;
  clock: Clock;
  log: Log;
}

/** Keeps the index of the log up to date. */
export interface Indexing {
  /** Takes in all that is not in the index yet. Never throws: what failed is tried again next time. */
  advance(): Promise<void>;
  /** Subscriber of the recorder: calls `advance` soon. */
  recorded(): void;
}

/**
 * Creates what brings events into the index after they are recorded, so that recording does not wait for
 * it. Its timer ends with the worker, so `advance` must be called at the start and regularly.
 */
export function createIndexing({ db, clock, log }: IndexingOptions): Indexing {
  const queue = createSerialQueue(log);
  let isWaiting = false;

  async function advanceToEnd(): Promise<void> {
    while (await advanceIndex(db, STEP));
  }

  async function advance(): Promise<void> {
    queue.enqueue('taking events into the index', advanceToEnd);
    await queue.idle();
  }

  return {
    advance,
    recorded: () => {
      if (isWaiting) return;
      isWaiting = true;
      clock.after(DELAY, () => {
        isWaiting = false;
        void advance();
      });
    },
  };
}
