import type { Clock } from '@/lib/time';
import {
  createSocketConnection,
  type Socket,
  type SocketConnection,
  type SocketEnd,
  type SocketEvents,
} from '../socket/socket-connection';
import { createSessionReconnect, type SuccessorEvents } from './session-reconnect';

/** The events of whichever socket has received something. */
export type ReceivedEvents = Pick<
  SocketEvents,
  'frameReceived' | 'notificationReceived' | 'subscriptionRevoked' | 'frameDiscarded'
>;

/** The events of a session's socket. */
export interface SessionSocketEvents extends ReceivedEvents {
  /** Called when Twitch welcomes the first socket. */
  opened(sessionId: string): void;
  /** Called when Twitch has moved the session to another socket. Its id may have changed. */
  moved(sessionId: string): void;
  /** Called when no socket is left that can carry on the session. */
  lost(end: SocketEnd): void;
}

/** Options of {@link openSessionSocket}. */
export interface SessionSocketOptions {
  openSocket(url: string): Socket;
  clock: Clock;
  /** Returns a number from 0 up to, but not including, 1. */
  random(): number;
  events: SessionSocketEvents;
}

/** The socket of a session. For a short time there are two, while Twitch moves the session. */
export interface SessionSocket {
  /** Closes all sockets, without an event. */
  close(): void;
  /** Ends connections that were silent for too long, for example while the computer slept. */
  check(): void;
}

const EVENTSUB_URL = 'wss://eventsub.wss.twitch.tv/ws';

/** Opens the socket of a new session. Calls `events` only after it has returned. */
export function openSessionSocket(options: SessionSocketOptions): SessionSocket {
  const { clock, events } = options;
  let current: SocketConnection | null = null;

  const reconnect = createSessionReconnect({
    clock,
    random: options.random,
    open: connect,
    moved: (connection, sessionId) => {
      events.moved(sessionId);
      replaceCurrent(connection);
    },
    attemptFailed: (end) => {
      // Twitch accepts no second socket for a session whose first socket is gone.
      if (current === null) events.lost(end);
      return current !== null;
    },
  });

  function connect(url: string, own: Partial<SuccessorEvents>): SocketConnection {
    const connection = createSocketConnection(() => options.openSocket(url), clock, {
      frameReceived: events.frameReceived,
      notificationReceived: events.notificationReceived,
      subscriptionRevoked: events.subscriptionRevoked,
      welcomed: (sessionId) => own.welcomed?.(sessionId),
      frameDiscarded: events.frameDiscarded,
      reconnectRequested: reconnect.begin,
      ended: (end) => {
        if (connection !== current) return own.ended?.(end);
        current = null;
        // While Twitch moves the session, the new connection can carry it on alone.
        if (!reconnect.isConnecting()) events.lost(end);
      },
    });
    return connection;
  }

  function replaceCurrent(connection: SocketConnection | null): void {
    const unneeded = current;
    // First, because the end of the current connection would end the session.
    current = connection;
    unneeded?.dismiss();
  }

  current = connect(EVENTSUB_URL, { welcomed: events.opened });
  return {
    close: () => {
      reconnect.cancel();
      replaceCurrent(null);
    },
    check: () => {
      reconnect.check();
      current?.check();
    },
  };
}
