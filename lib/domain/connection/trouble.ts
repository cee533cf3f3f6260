import type { Problem } from '../problem';
import type { Connection } from './connection';
import type { Journal, JournalEntry } from './connection-journal';

/** What the user can do about a connection that is not as it should be. */
export type Remedy =
  /** Sign in with Twitch. */
  | 'sign_in'
  /** Try again at once. */
  | 'retry'
  /** Make room for new events, in the options. */
  | 'free_space'
  /** Save what is readable of the database, and begin a new one, in the options. */
  | 'recover'
  /** Choose another favorite. */
  | 'choose';

const REMEDIES: Partial<Record<Problem, Remedy | null>> = {
  missing_scope: 'sign_in',
  signed_out_by_twitch: 'sign_in',
  not_signed_in: 'sign_in',
  storage_full: 'free_space',
  database_damaged: 'recover',
  streamer_gone: 'choose',
  // Only the browser or an update of the extension helps.
  database_newer: null,
  storage_private: null,
};

/** Returns true if the user should know that something is wrong. */
export function isTrouble(connection: Connection): boolean {
  const { state } = connection;
  if (state === 'signed_out') return false;
  return state === 'reconnecting' || ('problem' in connection && connection.problem !== null);
}

/** Returns the one thing that helps; `null` if nothing is wrong, or nothing here helps. */
export function remedyOf(connection: Connection): Remedy | null {
  if (!isTrouble(connection)) return null;
  const problem = 'problem' in connection ? connection.problem : null;
  const remedy = problem === null ? undefined : REMEDIES[problem];
  return remedy === undefined ? 'retry' : remedy;
}

const isFine = ({ state, problem }: JournalEntry): boolean =>
  (state === 'listening' && problem === null) || state === 'no_favorite' || state === 'signed_out';

/**
 * Returns since when the connection is not as it should be, in milliseconds since 1970; `null` if it
 * is, or if the journal does not know.
 */
export function troubleSince({ entries }: Pick<Journal, 'entries'>): number | null {
  return entries[entries.findLastIndex(isFine) + 1]?.at ?? null;
}
