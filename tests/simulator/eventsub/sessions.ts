import type { Clock } from '../core/clock.ts';
import type { Random } from '../core/random.ts';
import type { Cancel, Timers } from '../core/timers.ts';
import type { Timings } from '../core/timings.ts';
import { statusAfterClose } from './close-codes.ts';
import type { Connection, Ending } from './connection.ts';
import type { Frames, SessionFacts } from './frames.ts';
import type { Pair, Subscriptions } from './subscriptions.ts';

/** `lost`: the socket vanished and Twitch has not noticed yet, so its subscriptions still count. */
export type SessionState = 'connected' | 'reconnecting' | 'lost' | 'ended';

/** An EventSub session; it moves from socket to socket with every `session_reconnect`. */
export interface Session {
  id: string;
  state: SessionState;
  connection: Connection;
  keepaliveSeconds: number;
  /** Sockets whose session has moved on and that the client has still to close. */
  outgoing: Set<Connection>;
  /** Whose subscriptions it carries; the first one decides. */
  owner: Pair | null;
  closeCode: number | null;
  challenge: string | null;
  cancelUnused: Cancel | null;
}

export interface SessionsOptions {
  clock: Clock;
  random: Random;
  timers: Timers;
  timings: Timings;
  frames: Frames;
  subscriptions: Subscriptions;
}

export interface Sessions {
  all(): Session[];
  byId(id: string): Session | undefined;
  /** Starts a session on a new socket. */
  open(connection: Connection, keepaliveSeconds: number, isWelcomed: boolean): Session;
  /** Takes a socket that came by a reconnect URL; undefined when that URL is not, or no longer, good. */
  resume(connection: Connection, id: string, challenge: string): Session | undefined;
  /** Sends `session_reconnect` and gives the client its time to move. */
  reconnect(session: Session, url?: string): void;
  /** To be called whenever the number of enabled subscriptions may have changed. */
  watchUse(session: Session): void;
  connectionEnded(session: Session, connection: Connection, ending: Ending): void;
}

const UNUSED = 4003;
const GRACE_EXPIRED = 4004;

function facts({ id, connection, keepaliveSeconds }: Session): SessionFacts {
  return { id, connectedAt: connection.openedAt, keepaliveSeconds };
}

export function createSessions(options: SessionsOptions): Sessions {
  const { random, timers, timings, frames, subscriptions } = options;
  const byId = new Map<string, Session>();

  function finish(session: Session, status: string): void {
    session.state = 'ended';
    session.cancelUnused?.();
    for (const subscription of subscriptions.enabledOfSession(session.id)) {
      subscriptions.disable(subscription, status);
    }
  }

  function watchUse(session: Session): void {
    session.cancelUnused?.();
    session.cancelUnused = null;
    if (session.state === 'ended' || subscriptions.enabledOfSession(session.id).length > 0) return;
    session.cancelUnused = timers.after(timings.firstSubscriptionMs, () =>
      session.connection.close(UNUSED),
    );
  }

  function connectionEnded(session: Session, connection: Connection, ending: Ending): void {
    session.outgoing.delete(connection);
    if (connection !== session.connection || session.state === 'ended') return;
    session.closeCode = ending.code;
    if (ending.by !== 'lost') return finish(session, statusAfterClose(ending));
    session.state = 'lost';
    timers.after(timings.deadSessionMs, () => finish(session, statusAfterClose(ending)));
  }

  return {
    watchUse,
    connectionEnded,
    all: () => [...byId.values()],
    byId: (id) => byId.get(id),

    open(connection, keepaliveSeconds, isWelcomed) {
      const session: Session = {
        id: `AgoQ${random.opaque(32)}`,
        state: 'connected',
        connection,
        keepaliveSeconds,
        outgoing: new Set(),
        owner: null,
        closeCode: null,
        challenge: null,
        cancelUnused: null,
      };
      byId.set(session.id, session);
      if (isWelcomed) connection.send(frames.welcome(facts(session)));
      watchUse(session);
      return session;
    },

    resume(connection, id, challenge) {
      const session = byId.get(id);
      if (session?.state !== 'reconnecting' || session.challenge !== challenge) return undefined;
      const previous = session.connection;
      session.outgoing.add(previous);
      session.connection = connection;
      session.state = 'connected';
      session.challenge = null;
      connection.send(frames.welcome(facts(session)));
      return session;
    },

    reconnect(session, url) {
      if (session.state !== 'connected' && session.state !== 'reconnecting') return;
      const { connection } = session;
      const challenge = random.uuid();
      session.challenge = challenge;
      session.state = 'reconnecting';
      const ownUrl = `${connection.origin}/ws?challenge=${challenge}&id=${session.id}`;
      connection.send(frames.reconnect(facts(session), url ?? ownUrl));
      // Also for a client that moved in time but never closed its old socket.
      timers.after(timings.reconnectGraceMs, () => {
        if (connection.isOpen()) connection.close(GRACE_EXPIRED);
      });
    },
  };
}
