import type { Connection } from '@/lib/domain/connection/connection';
import type { Problem } from '@/lib/domain/problem';
import type { ConnectionJournal } from '../diagnostics/connection-journal';
import type { Publisher } from './publisher';

/** Dependencies of {@link createConnectionReport}. */
export interface ConnectionReportOptions {
  /** The connection that was published last, also by the worker before this one. */
  initial: Connection;
  journal: Pick<ConnectionJournal, 'connection'>;
  publisher: Pick<Publisher, 'update'>;
}

/** Reports the connection to the screens and the journal, together with problems of the storage. */
export interface ConnectionReport {
  /** The connection that was reported last, without the problem of the storage. */
  readonly connection: Connection;
  connectionChanged(connection: Connection): void;
  /** Called when events could not be stored: "listening" is shown with this problem. */
  storageFailed(problem: Problem): void;
  /** Subscriber of the recorder: removes the problem of the storage, if there was one. */
  storageWorks(): void;
}

/** Creates the report. It reports nothing before the first call. */
export function createConnectionReport(options: ConnectionReportOptions): ConnectionReport {
  const { initial, journal, publisher } = options;
  let connection = initial;
  let storageProblem: Problem | null = null;

  function report(): void {
    const hasUnstored = storageProblem !== null && connection.state === 'listening';
    const reported: Connection = hasUnstored
      ? { state: 'listening', problem: storageProblem }
      : connection;
    journal.connection(reported);
    publisher.update({ connection: reported });
  }

  return {
    get connection() {
      return connection;
    },
    connectionChanged: (changed) => {
      connection = changed;
      report();
    },
    storageFailed: (problem) => {
      storageProblem = problem;
      report();
    },
    storageWorks: () => {
      if (storageProblem === null) return;
      storageProblem = null;
      report();
    },
  };
}
