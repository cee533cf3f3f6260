import type { Connection } from '@/lib/domain/connection/connection';
import {
  type Journal,
  noteConnection,
  noteFaults,
} from '@/lib/domain/connection/connection-journal';
import type { Log } from '@/lib/log';
import { createSerialQueue } from '@/lib/serial-queue';

/** Writes the journal of the connection. */
export interface ConnectionJournal {
  connection(connection: Connection): void;
  /** `counts`: the total of unreadable frames by reason that `of`, a listener, has counted so far. */
  faults(of: object, counts: Readonly<Record<string, number>>): void;
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
  const notes = createSerialQueue(log);
  const counted = new WeakMap<object, Readonly<Record<string, number>>>();

  function store(next: Journal): void {
    if (next === journal) return;
    journal = next;
    notes.enqueue('keeping the journal', () => write(next));
  }

  return {
    connection: (connection) => store(noteConnection(journal, connection, clock.now())),
    faults: (of, counts) => {
      const before = counted.get(of) ?? {};
      counted.set(of, { ...counts });
      const next = Object.entries(counts).reduce(
        (soFar, [fault, count]) => noteFaults(soFar, fault, count - (before[fault] ?? 0)),
        journal,
      );
      store(next);
    },
  };
}
