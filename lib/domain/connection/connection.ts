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

/** Returns true if Twitch no longer has the favorite. Another user may have its name now. */
export function isFavoriteGone(connection: Connection): boolean {
  return 'problem' in connection && connection.problem === 'streamer_gone';
}

/** Names of the connection's states. */
export type ConnectionState = Connection['state'];

/**
 * Returns true if nothing is recorded because of the database, whether or not Twitch can be reached.
 */
export function isNotRecording(connection: Connection): boolean {
  return connection.state === 'problem' && STORAGE_PROBLEMS.has(connection.problem);
}
