import { isRecent, SECOND } from '@/lib/time';
import { type Problem, STORAGE_PROBLEMS } from '../problem';

/** The state of listening, as every screen shows it. */
export type Connection =
  | { state: 'signed_out'; problem: Problem | null }
  | { state: 'no_favorite' }
  | { state: 'connecting' }
  /** `problem`: some events are not received, for example because chat was refused. */
  | { state: 'listening'; problem: Problem | null }
  | { state: 'reconnecting'; problem: Problem | null }
  | { state: 'problem'; problem: Problem };

/** Names of the connection's states. */
export type ConnectionState = Connection['state'];

/**
 * Returns true if nothing is recorded because of the database, whether or not Twitch can be reached.
 */
export function isNotRecording(connection: Connection): boolean {
  return connection.state === 'problem' && STORAGE_PROBLEMS.has(connection.problem);
}

/**
 * How long a published connection is believed. The background confirms it twice a minute, and an
 * alarm may be late.
 */
const BELIEVED_MS = 90 * SECOND;

/**
 * Returns the connection to show at `now`, when `published` was confirmed at `publishedAt`. Both are
 * in milliseconds since 1970. If the background no longer confirms that it is at work, it has ended
 * and was not started again. A clock may be corrected a little, so a time after `now` also counts.
 */
export function connectionAt(published: Connection, publishedAt: number, now: number): Connection {
  const isAtWork = ['connecting', 'listening', 'reconnecting'].includes(published.state);
  if (!isAtWork || isRecent(publishedAt - BELIEVED_MS, 2 * BELIEVED_MS, now)) return published;
  return { state: 'problem', problem: 'not_running' };
}
