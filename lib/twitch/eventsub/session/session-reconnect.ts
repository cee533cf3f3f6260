import { type Clock, SECOND } from '@/lib/time';
import type { SocketConnection, SocketEnd } from './socket-connection';

/** What a hand-over needs, and whom it tells. */
export interface SessionReconnectOptions {
  clock: Clock;
  /** From 0 up to 1. */
  random(): number;
  /** Opens a connection; it tells nothing before it is returned. */
  open(
    url: string,
    told: { welcome(sessionId: string): void; ended(end: SocketEnd): void },
  ): SocketConnection;
  /** The new connection is welcomed: from now on it is the session's. */
  done(connection: SocketConnection, sessionId: string): void;
  /** An attempt failed. The answer is whether another one is of use. */
  failed(end: SocketEnd): boolean;
}

/** Moving a session to another socket, as Twitch asks for with `session_reconnect`. */
export interface SessionReconnect {
  begin(url: string): void;
  /** Whether a new socket is open that may carry the session on. */
  isConnecting(): boolean;
  /** Ends a silent attempt, as after a machine's sleep. */
  check(): void;
  cancel(): void;
}

/** For so long after `session_reconnect` Twitch keeps the old socket, and the new address good. */
const GRACE_MS = 30 * SECOND;
const RETRY_FIRST_MS = SECOND;
/** A Twitch that asks for one move after another is followed at this pace. */
const APART_MS = SECOND;
/** Twitch's close code for an address that is wrong, or used up. */
const INVALID_RECONNECT = 4007;

/**
 * Makes hand-overs, one at a time. A socket that fails is tried again for as long as the address is
 * good; meanwhile the old one goes on delivering.
 */
export function createSessionReconnect(options: SessionReconnectOptions): SessionReconnect {
  const { clock } = options;
  let successor: SocketConnection | null = null;
  let stopTimer: (() => void) | null = null;
  let address = '';
  let goodUntil = 0;
  let tries = 0;
  let openedAt = Number.NEGATIVE_INFINITY;

  function cancel(): void {
    stopTimer?.();
    stopTimer = null;
    const unneeded = successor;
    successor = null;
    unneeded?.dismiss();
  }

  function begin(url: string): void {
    // Said twice, it is still one hand-over: the address is good for one connection.
    if (url === address && (successor !== null || stopTimer !== null)) return;
    cancel();
    address = url;
    goodUntil = clock.now() + GRACE_MS;
    tries = 0;
    const early = openedAt + APART_MS - clock.now();
    // Not for longer where the clock was set back: the address is good for half a minute.
    if (early > 0) tryIn(Math.min(early, APART_MS));
    else attempt();
  }

  function tryIn(delayMs: number): void {
    stopTimer = clock.after(delayMs, attempt);
  }

  function attempt(): void {
    stopTimer = null;
    openedAt = clock.now();
    tries += 1;
    const connection = options.open(address, {
      welcome: (sessionId) => {
        successor = null;
        options.done(connection, sessionId);
      },
      ended: (end) => {
        if (connection === successor) onFailure(end);
      },
    });
    successor = connection;
  }

  function onFailure(end: SocketEnd): void {
    successor = null;
    if (!options.failed(end) || (end.reason === 'closed' && end.code === INVALID_RECONNECT)) return;
    const delayMs = RETRY_FIRST_MS * 2 ** (tries - 1) * (0.5 + options.random() / 2);
    if (clock.now() + delayMs < goodUntil) tryIn(delayMs);
  }

  return {
    begin,
    isConnecting: () => successor !== null,
    check: () => successor?.check(),
    cancel,
  };
}
