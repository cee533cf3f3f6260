import type { Problem } from '../problem';

/** Whether and how the extension listens right now, as every screen tells it. */
export type Connection =
  | { state: 'signed_out'; problem: Problem | null }
  | { state: 'no_favorite' }
  | { state: 'connecting' }
  /** `problem`: something less than everything is heard, such as chat being refused. */
  | { state: 'listening'; problem: Problem | null }
  | { state: 'reconnecting'; problem: Problem | null }
  | { state: 'problem'; problem: Problem };

/** Names of the connection's states. */
export type ConnectionState = Connection['state'];
