import type { Database } from '@/lib/db/database';
import { problemOfStorage } from '@/lib/db/storage-problem';
import { type DeletionStep, deleteById, deletePart } from '@/lib/db/transfer/delete-events';
import { importEvents, importGaps } from '@/lib/db/transfer/import-events';
import { ProblemError } from '@/lib/domain/problem';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { LineFault } from '@/lib/domain/transfer/fault';
import type { EventScope } from '@/lib/domain/transfer/scope';
import type { Publisher } from '../feed/publisher';
import type { SeenMark } from '../feed/seen-mark';
import type { Indexing } from '../history/indexing';
import type { Recorder } from '../history/recorder';
import { type FilePart, readLines } from '../transfer/read-lines';

/** Dependencies of {@link createTransferCommands}. */
export interface TransferCommandsOptions {
  db: Database;
  recorder: Pick<Recorder, 'flush'>;
  indexing: Pick<Indexing, 'recorded'>;
  publisher: Pick<Publisher, 'publish'>;
  seenMark: Pick<SeenMark, 'imported'>;
}

/** What became of a part of a file. */
export interface Imported {
  /** The number of events that are new in the log. */
  added: number;
  /** The number of those that were known. */
  known: number;
}

/** Commands that take events into the log from a file, or out of it. */
export interface TransferCommands {
  /** Returns the first line of a part of a file that cannot be read; `null` if all can. */
  checkFile(part: FilePart): Promise<LineFault | null>;
  /** Takes a part of a file into the log, or nothing of it if a line cannot be read. */
  importFile(part: FilePart): Promise<Imported | LineFault>;
  /** Deletes the next of the events of a scope. `after` is the `next` of the step before. */
  deletePart(scope: EventScope, after: number | null): Promise<DeletionStep>;
  /** Deletes events by their ids. Returns how many there were. */
  deleteEvents(ids: readonly string[]): Promise<number>;
}

/** Events per transaction. An event that arrives in the meantime waits for one of these only. */
const STEP = 500;

/** Creates the commands. */
export function createTransferCommands(options: TransferCommandsOptions): TransferCommands {
  const { db, recorder, publisher } = options;
  return {
    checkFile: async (part) => {
      const read = readLines(part);
      return 'fault' in read ? read : null;
    },
    importFile: async (part) => {
      const read = readLines(part);
      if ('fault' in read) return read;
      const { gaps, events } = read;
      const added = await stored(async () => {
        if (gaps.length > 0) await importGaps(db, gaps);
        return events.length === 0 ? [] : await importEvents(db, events);
      });
      await afterImport(added, options);
      return { added: added.length, known: events.length - added.length };
    },
    deletePart: async (scope, after) => {
      await recorder.flush();
      const step = await stored(() => deletePart(db, scope, { after, limit: STEP }));
      publisher.publish();
      return step;
    },
    deleteEvents: async (ids) => {
      await recorder.flush();
      const deleted = await stored(() => deleteById(db, ids));
      publisher.publish();
      return deleted;
    },
  };
}

/**
 * Does what follows on new events, but does not tell anybody of them: they are not new to the user.
 * Follows are grouped at the next alarm, when what is between them has come with the rest of the file.
 */
async function afterImport(
  added: readonly StoredEvent[],
  { seenMark, indexing, publisher }: TransferCommandsOptions,
): Promise<void> {
  const [first, last] = [added.at(0), added.at(-1)];
  if (first === undefined || last === undefined) return;
  await seenMark.imported({ from: first.seq, upTo: last.seq });
  indexing.recorded();
  publisher.publish();
}

/** Says in the words of the user why the database refused something. */
async function stored<Value>(run: () => Promise<Value>): Promise<Value> {
  try {
    return await run();
  } catch (error) {
    throw new ProblemError(problemOfStorage(error), { cause: error });
  }
}
