import type { Connection } from '@/lib/domain/connection/connection';
import type { Problem } from '@/lib/domain/problem';
import type { ConnectionJournal } from '../diagnostics/connection-journal';
import type { Publisher } from './publisher';

/** Dependencies of {@link createConnectionReport}. */
export interface ConnectionReportOptions {
  /** The connection that was published last, perhaps by the last worker. */
  initial: Connection;
  journal: Pick<ConnectionJournal, 'connection'>;
  publisher: Pick<Publisher, 'update'>;
}

/** Reports the connection to screens and journal, together with problems of the storage. */
export interface ConnectionReport {
  /** The latest connection, without the problem of the storage. */
  readonly connection: Connection;
  connectionChanged(connection: Connection): void;
  /** Called when events could not be stored. This problem is shown instead of "listening". */
  storageFailed(problem: Problem): void;
  /** Subscriber of the recorder: removes the problem of the storage. */
  storageWorks(): void;
  /** Called when listening could not begin or be checked. This problem is shown instead of all. */
  reconcilingFailed(problem: Problem): void;
  /** Called when that worked again: the connection is shown as it is. */
  reconcilingWorks(): void;
}

/** Creates the report. It reports nothing before the first call. */
export function createConnectionReport(options: ConnectionReportOptions): ConnectionReport {
  const { initial, journal, publisher } = options;
  let connection = initial;
  let storageProblem: Problem | null = null;
  let reconcilingProblem: Problem | null = null;

  function report(): void {
    const unstored = connection.state === 'listening' ? storageProblem : null;
    const problem = reconcilingProblem ?? unstored;
    const reported: Connection = problem === null ? connection : { state: 'problem', problem };
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
    reconcilingFailed: (problem) => {
      reconcilingProblem = problem;
      report();
    },
    reconcilingWorks: () => {
      if (reconcilingProblem === null) return;
      reconcilingProblem = null;
      report();
    },
  };
}
