import type { Connection } from '@/lib/domain/connection/connection';
import {
  type Journal,
  noteConnection,
  noteFaults,
} from '@/lib/domain/connection/connection-journal';
import type { Log } from '@/lib/log';
import { createSerialQueue } from '@/lib/serial-queue';

/** Keeps the journal of the connection. */
export interface ConnectionJournal {
  connection(connection: Connection): void;
  /** `counts`: frames put aside by reason, since `of` began to count; it counts on. */
  faults(of: object, counts: Readonly<Record<string, number>>): void;
}

/** What keeping a journal needs. */
export interface ConnectionJournalOptions {
  /** As the last worker left it. */
  initial: Journal;
  write(journal: Journal): Promise<void>;
  clock: { now(): number };
  log: Log;
}

/** Writes down what is news, and nothing else. */
export function createConnectionJournal({
  initial,
  write,
  clock,
  log,
}: ConnectionJournalOptions): ConnectionJournal {
  let journal = initial;
  // One after another, so that an older journal never comes last.
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
