import type { Database } from '@/lib/db/database';
import { deleteHistory } from '@/lib/db/history/events';
import type { Publisher } from '../feed/publisher';
import type { SeenMark, SeenReport } from '../feed/seen-mark';
import type { Recorder } from '../history/recorder';
import type { Supervisor } from '../listening/supervisor';
import type { SignedOutState } from '../signed-out';

/** Dependencies of {@link createHistoryCommands}. */
export interface HistoryCommandsOptions {
  db: Database;
  recorder: Pick<Recorder, 'flush'>;
  listening: Pick<Supervisor, 'stop'>;
  publisher: Pick<Publisher, 'publish' | 'confirm'>;
  seenMark: SeenMark;
  signedOut: SignedOutState['signedOut'];
  /** Runs one task at a time, across all contexts of the extension. */
  exclusively(run: () => Promise<void>): Promise<void>;
}

/** Commands for the recorded events. */
export interface HistoryCommands {
  /** Marks events as seen: of one streamer or of everybody, all or down to a row of the list. */
  markSeen(report: SeenReport): Promise<void>;
  /** Takes back the last mark that the user has asked for. Returns false if it is too late. */
  undoSeen(): Promise<boolean>;
  /** Deletes all events, counts and gaps. */
  deleteHistory(): Promise<void>;
  /** Deletes a database that can no longer be used, and creates an empty one. */
  recreateDatabase(): Promise<void>;
}

/** Creates the commands for the recorded events. */
export function createHistoryCommands(options: HistoryCommandsOptions): HistoryCommands {
  const { db, recorder, listening, publisher, seenMark, exclusively } = options;
  return {
    markSeen: async (report) => {
      // A screen that wakes the background waits for its confirmation.
      if (report.upTo === 0) return publisher.confirm();
      const { streamerId } = report;
      if (await seenMark.mark(report))
        publisher.publish(streamerId === undefined ? undefined : [streamerId]);
    },
    undoSeen: async () => {
      const isUndone = await seenMark.undo();
      if (isUndone) publisher.publish();
      return isUndone;
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
        await seenMark.read();
        await options.signedOut(null);
      });
    },
  };
}
