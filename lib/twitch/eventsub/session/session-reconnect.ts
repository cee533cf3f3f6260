import { type Clock, SECOND } from '@/lib/time';
import type { SocketConnection, SocketEnd } from '../socket/socket-connection';

/** The events of a connection that may become the session's own. */
export interface SuccessorEvents {
  welcomed(sessionId: string): void;
  ended(end: SocketEnd): void;
}

/** Options of {@link createSessionReconnect}. */
export interface SessionReconnectOptions {
  clock: Clock;
  /** Returns a number from 0 up to, but not including, 1. */
  random(): number;
  /** Opens a connection. Calls no event before it has returned. */
  open(url: string, events: SuccessorEvents): SocketConnection;
  /** Called when the new connection is welcomed: from now on it is the session's own. */
  moved(connection: SocketConnection, sessionId: string): void;
  /** Called when an attempt failed. Returns true if another attempt can still succeed. */
  attemptFailed(end: SocketEnd): boolean;
}

/**
 * Moves a session to another socket, as Twitch requests it with `session_reconnect`.
 * See https://dev.twitch.tv/docs/eventsub/handling-websocket-events/
 */
export interface SessionReconnect {
  begin(url: string): void;
  /** Returns true if a new socket is open that may carry on the session. */
  isConnecting(): boolean;
  /** Ends an attempt that was silent for too long, for example while the computer slept. */
  check(): void;
  cancel(): void;
}

/** Twitch keeps the old socket open, and the new URL valid, for this long. */
const GRACE_MS = 30 * SECOND;
const FIRST_RETRY_MS = SECOND;
/** The least time between two attempts, even if Twitch requests one move after another. */
const MIN_INTERVAL_MS = SECOND;
/** Twitch's close code for a reconnect URL that is wrong or already used. */
const INVALID_RECONNECT = 4007;

/**
 * Makes one move at a time. If the new socket fails, it is tried again while the URL is valid.
 * Meanwhile the old socket continues to deliver events.
 */
export function createSessionReconnect(options: SessionReconnectOptions): SessionReconnect {
  const { clock } = options;
  let successor: SocketConnection | null = null;
  let stopTimer: (() => void) | null = null;
  let target = { url: '', validUntil: 0, attempts: 0 };
  let lastAttemptAt = Number.NEGATIVE_INFINITY;

  function begin(url: string): void {
    // Twitch may deliver a request twice, but a URL is valid for one connection only.
    if (url === target.url && (successor !== null || stopTimer !== null)) return;
    cancel();
    target = { url, validUntil: clock.now() + GRACE_MS, attempts: 0 };
    const delayMs = lastAttemptAt + MIN_INTERVAL_MS - clock.now();
    // If the clock was set back, the difference is larger than the interval.
    if (delayMs > 0) stopTimer = clock.after(Math.min(delayMs, MIN_INTERVAL_MS), attempt);
    else attempt();
  }

  function attempt(): void {
    stopTimer = null;
    lastAttemptAt = clock.now();
    target.attempts += 1;
    const connection = options.open(target.url, {
      welcomed: (sessionId) => {
        successor = null;
        options.moved(connection, sessionId);
      },
      ended: (end) => {
        if (connection === successor) onFailure(end);
      },
    });
    successor = connection;
  }

  function onFailure(end: SocketEnd): void {
    successor = null;
    if (!options.attemptFailed(end)) return;
    if (end.reason === 'closed' && end.code === INVALID_RECONNECT) return;
    const delayMs = retryDelayMs(target.attempts, options.random());
    if (clock.now() + delayMs < target.validUntil) stopTimer = clock.after(delayMs, attempt);
  }

  function cancel(): void {
    stopTimer?.();
    stopTimer = null;
    const unneeded = successor;
    successor = null;
    unneeded?.dismiss();
  }

  return {
    begin,
    isConnecting: () => successor !== null,
    check: () => successor?.check(),
    cancel,
  };
}

/** Doubles with each attempt. A random part keeps many clients from retrying at the same time. */
function retryDelayMs(attempts: number, random: number): number {
  return FIRST_RETRY_MS * 2 ** (attempts - 1) * (0.5 + random / 2);
}
