import type { Cancel } from '../../core/timers.ts';
import type { Owner } from '../subscriptions.ts';
import type { Connection } from './connection.ts';

/** `lost`: Twitch has not noticed yet that the socket ended, so the subscriptions still count. */
export type SessionState = 'connected' | 'reconnecting' | 'lost' | 'ended';

/** An EventSub session; with every `session_reconnect` it moves to a new socket. */
export interface Session {
  id: string;
  state: SessionState;
  connection: Connection;
  keepaliveSeconds: number;
  /** Old sockets that the client has not closed yet. */
  outgoing: Set<Connection>;
  /** The client and user of the first subscription; all others must have the same. */
  owner: Owner | null;
  closeCode: number | null;
  challenge: string | null;
  cancelUnused: Cancel | null;
}

export function newSession(id: string, connection: Connection, keepaliveSeconds: number): Session {
  return {
    id,
    state: 'connected',
    connection,
    keepaliveSeconds,
    outgoing: new Set(),
    owner: null,
    closeCode: null,
    challenge: null,
    cancelUnused: null,
  };
}
