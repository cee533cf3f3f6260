import type { Connection } from '@/lib/domain/connection/connection';
import {
  addConnection,
  addFrameErrors,
  type Journal,
} from '@/lib/domain/connection/connection-journal';
import type { Log } from '@/lib/log';
import { createSerialQueue } from '@/lib/serial-queue';

/** Records what happens to the connection, for the diagnostics. */
export interface ConnectionJournal {
  connection(connection: Connection): void;
  /** Records the unreadable frames that `listener` has counted so far, by reason. */
  frameErrors(listener: object, counts: Readonly<Record<string, number>>): void;
}

/** Dependencies of {@link createConnectionJournal}. */
export interface ConnectionJournalOptions {
  /** The journal that the last worker stored. */
  initial: Journal;
  write(journal: Journal): Promise<void>;
  clock: { now(): number };
  log: Log;
}

/** Creates a journal that is written only when it changes. */
export function createConnectionJournal({
  initial,
  write,
  clock,
  log,
}: ConnectionJournalOptions): ConnectionJournal {
  let journal = initial;
  // One write after another, so that an older journal never overwrites a newer one.
  const writes = createSerialQueue(log);
  const countsBefore = new WeakMap<object, Readonly<Record<string, number>>>();

  function store(next: Journal): void {
    if (next === journal) return;
    journal = next;
    writes.enqueue('writing the journal', () => write(next));
  }

  return {
    connection: (connection) => store(addConnection(journal, connection, clock.now())),
    frameErrors: (listener, counts) => {
      const before = countsBefore.get(listener) ?? {};
      countsBefore.set(listener, { ...counts });
      const next = Object.entries(counts).reduce(
        (result, [fault, count]) => addFrameErrors(result, fault, count - (before[fault] ?? 0)),
        journal,
      );
      store(next);
    },
  };
}
