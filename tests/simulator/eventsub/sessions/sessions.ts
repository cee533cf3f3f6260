import type { Random } from '../../core/random.ts';
import type { Timers } from '../../core/timers.ts';
import type { Timings } from '../../core/timings.ts';
import type { Frames, SessionFields } from '../frames.ts';
import type { Connection, Ending } from './connection.ts';
import { newSession, type Session } from './session.ts';
import { createSessionEnd, type SessionEndOptions } from './session-end.ts';

/** Dependencies of createSessions. */
export interface SessionsOptions extends SessionEndOptions {
  random: Random;
  timers: Pick<Timers, 'after'>;
  timings: SessionEndOptions['timings'] & Pick<Timings, 'reconnectGraceMs'>;
  frames: Pick<Frames, 'welcome' | 'reconnect'>;
}

export interface Sessions {
  all(): Session[];
  byId(id: string): Session | undefined;
  /** Starts a session on a new socket. */
  open(connection: Connection, keepaliveSeconds: number, isWelcomed: boolean): Session;
  /** Moves a session to a new socket; returns undefined if the reconnect URL is not valid. */
  resume(connection: Connection, id: string, challenge: string): Session | undefined;
  /** Sends `session_reconnect` and closes the old socket after the grace period. */
  reconnect(session: Session, url?: string): void;
  /** Must be called whenever the number of enabled subscriptions may have changed. */
  watchUse(session: Session): void;
  connectionEnded(session: Session, connection: Connection, ending: Ending): void;
}

const GRACE_EXPIRED = 4004;

function fieldsOf({ id, connection, keepaliveSeconds }: Session): SessionFields {
  return { id, connectedAt: connection.openedAt, keepaliveSeconds };
}

export function createSessions(options: SessionsOptions): Sessions {
  const { random, timers, timings, frames } = options;
  const byId = new Map<string, Session>();
  const { watchUse, connectionEnded } = createSessionEnd(options);

  return {
    watchUse,
    connectionEnded,
    all: () => [...byId.values()],
    byId: (id) => byId.get(id),

    open(connection, keepaliveSeconds, isWelcomed) {
      const session = newSession(`AgoQ${random.opaque(32)}`, connection, keepaliveSeconds);
      byId.set(session.id, session);
      if (isWelcomed) connection.send(frames.welcome(fieldsOf(session)));
      watchUse(session);
      return session;
    },

    resume(connection, id, challenge) {
      const session = byId.get(id);
      if (session?.state !== 'reconnecting' || session.challenge !== challenge) return undefined;
      session.outgoing.add(session.connection);
      session.connection = connection;
      session.state = 'connected';
      session.challenge = null;
      connection.send(frames.welcome(fieldsOf(session)));
      return session;
    },

    reconnect(session, url) {
      if (session.state !== 'connected' && session.state !== 'reconnecting') return;
      const { connection } = session;
      const challenge = random.uuid();
      session.challenge = challenge;
      session.state = 'reconnecting';
      const ownUrl = `${connection.origin}/ws?challenge=${challenge}&id=${session.id}`;
      connection.send(frames.reconnect(fieldsOf(session), url ?? ownUrl));
      // This also closes the old socket of a client that moved in time.
      timers.after(timings.reconnectGraceMs, () => {
        if (connection.isOpen()) connection.close(GRACE_EXPIRED);
      });
    },
  };
}
