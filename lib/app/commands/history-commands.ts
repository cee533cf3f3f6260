import type { Database } from '@/lib/db/database';
import { deleteHistory } from '@/lib/db/history/events';
import { newestSeq } from '@/lib/db/history/newest-seq';
import type { Publisher } from '../feed/publisher';
import type { Recorder } from '../history/recorder';
import type { Supervisor } from '../listening/supervisor';
import type { Reconciler } from '../reconcile';

/** Dependencies of {@link createHistoryCommands}. */
export interface HistoryCommandsOptions {
  db: Database;
  recorder: Pick<Recorder, 'flush'>;
  listening: Pick<Supervisor, 'stop'>;
  publisher: Pick<Publisher, 'publish'>;
  readSeen(): Promise<number>;
  storeSeen(seq: number): Promise<void>;
  signedOut: Reconciler['signedOut'];
  /** Runs one task at a time, across all contexts of the extension. */
  exclusively(run: () => Promise<void>): Promise<void>;
}

/** Commands for the recorded events. */
export interface HistoryCommands {
  /** Marks all events up to this arrival number as seen. */
  markSeen(upTo: number): Promise<void>;
  /** Deletes all events, counts and gaps. */
  deleteHistory(): Promise<void>;
  /** Deletes a database that can no longer be used, and creates an empty one. */
  recreateDatabase(): Promise<void>;
}

/** Creates the commands for the recorded events. */
export function createHistoryCommands(options: HistoryCommandsOptions): HistoryCommands {
  const { db, recorder, listening, publisher, readSeen, storeSeen, exclusively } = options;
  return {
    markSeen: async (upTo) => {
      // A page must not mark events as seen that have not happened yet.
      const seq = Math.min(upTo, await newestSeq(db));
      if (seq <= (await readSeen())) return;
      await storeSeen(seq);
      publisher.publish();
    },
    deleteHistory: async () => {
      await recorder.flush();
      await deleteHistory(db);
      publisher.publish();
    },
    recreateDatabase: async () => {
      await exclusively(async () => {
        await listening.stop('signed_out');
        await db.delete({ disableAutoOpen: false });
        await db.open();
        options.signedOut(null);
      });
    },
  };
}
