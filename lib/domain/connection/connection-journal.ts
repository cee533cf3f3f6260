import type { Problem } from '../problem';
import type { Connection, ConnectionState } from './connection';

/** One state that the connection came to. */
export interface JournalEntry {
  /** Milliseconds since 1970. */
  at: number;
  state: ConnectionState;
  problem: Problem | null;
}

/** How often something went wrong, and when it last did. */
export interface Tally {
  count: number;
  lastAt: number;
}

/**
 * What happened to the connection, for whoever has to find a fault. It names nobody and quotes
 * nothing: neither users nor messages nor tokens.
 */
export interface Journal {
  /** The latest states, oldest first; at most {@link KEPT}. */
  entries: JournalEntry[];
  problems: Partial<Record<Problem, Tally>>;
  /** Frames put aside, by reason, since the extension was installed. */
  faults: Record<string, number>;
}

/** Before anything happened. */
export const EMPTY_JOURNAL: Journal = { entries: [], problems: {}, faults: {} };

/** Enough for a bad night, and little to store. */
export const KEPT = 100;

/** The journal after the connection came to a state at `at`; the same one if that is no news. */
export function noteConnection(journal: Journal, connection: Connection, at: number): Journal {
  const { state } = connection;
  const problem = 'problem' in connection ? connection.problem : null;
  const last = journal.entries.at(-1);
  if (last?.state === state && last.problem === problem) return journal;
  const entries = [...journal.entries, { at, state, problem }].slice(-KEPT);
  if (problem === null) return { ...journal, entries };
  const count = (journal.problems[problem]?.count ?? 0) + 1;
  return {
    ...journal,
    entries,
    problems: { ...journal.problems, [problem]: { count, lastAt: at } },
  };
}

/** The journal after `count` more frames were put aside for a reason. */
export function noteFaults(journal: Journal, fault: string, count: number): Journal {
  if (count === 0) return journal;
  const total = (journal.faults[fault] ?? 0) + count;
  return { ...journal, faults: { ...journal.faults, [fault]: total } };
}
