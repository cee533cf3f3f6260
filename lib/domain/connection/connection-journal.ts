import type { Problem } from '../problem';
import type { Connection, ConnectionState } from './connection';

/** A change of the connection's state. */
export interface JournalEntry {
  /** Milliseconds since 1970. */
  at: number;
  state: ConnectionState;
  problem: Problem | null;
}

/** The number of times that a problem occurred, and the last time. */
export interface Tally {
  count: number;
  /** Milliseconds since 1970. */
  lastAt: number;
}

/**
 * The history of the connection, for finding faults. It contains no users, no messages and no
 * tokens.
 */
export interface Journal {
  /** The latest states, oldest first; at most {@link MAX_ENTRIES}. */
  entries: JournalEntry[];
  problems: Partial<Record<Problem, Tally>>;
  /** The number of rejected frames since the extension was installed, by reason. */
  faults: Record<string, number>;
}

/** The journal before anything happened. */
export const EMPTY_JOURNAL: Journal = { entries: [], problems: {}, faults: {} };

/** Enough for a night with many disconnects, and still small to store. */
export const MAX_ENTRIES = 100;

/**
 * Returns the journal with a new state of the connection, reached at `at` (milliseconds since
 * 1970). Returns the same object if the state has not changed.
 */
export function addConnection(journal: Journal, connection: Connection, at: number): Journal {
  const { state } = connection;
  const problem = 'problem' in connection ? connection.problem : null;
  const last = journal.entries.at(-1);
  if (last?.state === state && last.problem === problem) return journal;
  const entries = [...journal.entries, { at, state, problem }].slice(-MAX_ENTRIES);
  if (problem === null) return { ...journal, entries };
  const count = (journal.problems[problem]?.count ?? 0) + 1;
  return {
    ...journal,
    entries,
    problems: { ...journal.problems, [problem]: { count, lastAt: at } },
  };
}

/** Returns the journal with `count` more frames that were rejected for a reason. */
export function addFrameErrors(journal: Journal, fault: string, count: number): Journal {
  if (count === 0) return journal;
  const total = (journal.faults[fault] ?? 0) + count;
  return { ...journal, faults: { ...journal.faults, [fault]: total } };
}
