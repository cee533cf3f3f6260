import { LIMITS, type Problem } from '@/lib/domain/problem';
import { type Clock, MINUTE, SECOND } from '@/lib/time';
import { type Connection, type ConnectionEnd, createConnection, type Socket } from './connection';
import type { FrameFault, Notification, RevokedSubscription } from './frame';
import type { PlannedSubscription } from './plan';
import type { SubscribeOutcome } from './subscribe';
import { makeSubscriptions, type SubscribeFailure } from './subscriber';

/**
 * Where a session is. `waiting`: the connection is lost and tried again at `retryAt`; `ended`:
 * there is nothing it could do any more, until somebody starts another.
 *
 *   connecting ─ welcome ─► subscribing ─ answered ─► listening ─ session_reconnect ─► listening
 *       ▲                        │                        │       (second socket, then the first ends)
 *       └──────── waiting ◄──────┴── close, silence, 4003 ┘
 */
export type SessionState =
  | { state: 'connecting' }
  | { state: 'subscribing' }
  | { state: 'listening'; problem: Problem | null }
  | { state: 'waiting'; problem: Problem; retryAt: number }
  | { state: 'ended'; problem: Problem };

/** What a session tells its owner. */
export interface SessionEvents {
  state(state: SessionState): void;
  /** Twitch's id of the session, when it is new. */
  opened(sessionId: string): void;
  /** What became of a planned subscription, each time it was asked for. */
  answered(planned: PlannedSubscription, answer: SubscribeOutcome): void;
  notification(notification: Notification): void;
  revoked(subscription: RevokedSubscription): void;
  /** Helix answered 401: the token wants validating. */
  unauthorised(): void;
  discarded(fault: FrameFault): void;
}

/** What a session is made of. It knows neither database nor browser. */
export interface SessionOptions {
  plan: readonly PlannedSubscription[];
  openSocket(url: string): Socket;
  subscribe(planned: PlannedSubscription, sessionId: string): Promise<SubscribeOutcome>;
  deleteLeftovers(): Promise<void>;
  clock: Clock;
  /** From 0 up to 1. */
  random(): number;
  events: SessionEvents;
}

/** A running EventSub session. */
export interface EventSubSession {
  stop(): void;
  /** Catches up with timers that did not run, as after sleep. */
  check(): void;
  /** Tries again at once where it was waiting, as when the network is back. */
  hurry(): void;
}

const EVENTSUB_URL = 'wss://eventsub.wss.twitch.tv/ws';
const BACKOFF_FIRST_MS = SECOND;
const BACKOFF_AT_MOST_MS = 2 * MINUTE;
/** Limits of Twitch are not lifted within seconds. */
const LIMIT_BACKOFF_MS = MINUTE;
/** A connection that held this long was a good one: the next failure begins a new count. */
const GOOD_AFTER_MS = MINUTE;

/** Starts a session: connects, subscribes to the plan, and keeps it so until it is stopped. */
export function startSession(options: SessionOptions): EventSubSession {
  const { clock, events } = options;
  let current: Connection | null = null;
  let successor: Connection | null = null;
  let sessionId = '';
  let successorUrl = '';
  /** Aborted with the session it was made for, so that what belonged to that one ends with it. */
  let standing = new AbortController();
  let failures = 0;
  let openedAt = 0;
  let retryAt: number | null = null;
  let stopWaiting: (() => void) | null = null;

  function connect(): void {
    stopWaiting?.();
    retryAt = null;
    standing = new AbortController();
    openedAt = clock.now();
    events.state({ state: 'connecting' });
    current = open(EVENTSUB_URL, onWelcome);
  }

  function open(url: string, welcome: (id: string) => void): Connection {
    const connection = createConnection(options.openSocket(url), clock, {
      welcome,
      ended: (end) => onEnd(connection, end),
      notification: events.notification,
      revocation: events.revoked,
      discarded: events.discarded,
      reconnect: handOver,
    });
    return connection;
  }

  function onEnd(connection: Connection, end: ConnectionEnd): void {
    if (end.reason === 'dismissed') return;
    if (connection === successor) successor = null;
    if (connection === current) current = null;
    // During a hand-over either connection can carry the session on without the other.
    if (current === null && successor === null) wait(problemOfEnd(end));
  }

  function onWelcome(id: string): void {
    sessionId = id;
    events.opened(id);
    events.state({ state: 'subscribing' });
    void makeSubscriptions({
      plan: options.plan,
      clock,
      signal: standing.signal,
      subscribe: (planned) => options.subscribe(planned, sessionId),
      deleteLeftovers: options.deleteLeftovers,
      answered: events.answered,
      settled: (problem) => events.state({ state: 'listening', problem }),
      failed: onUseless,
    });
  }

  /**
   * The old connection goes on delivering until the new one is welcomed; closed any sooner, events
   * would be lost and the new one refused (4007). Subscriptions move along by themselves.
   */
  function handOver(url: string): void {
    // Said twice, it is still one hand-over: the address is good for one connection.
    if (successor !== null && url === successorUrl) return;
    successor?.dismiss();
    successorUrl = url;
    successor = open(url, (id) => {
      sessionId = id;
      const old = current;
      current = successor;
      successor = null;
      old?.dismiss();
    });
  }

  function onUseless(failure: SubscribeFailure): void {
    switch (failure) {
      case 'unauthorised':
        events.unauthorised();
        return wait('not_signed_in', LIMIT_BACKOFF_MS);
      case 'session_gone':
        return wait('twitch_down');
      case 'nothing_allowed':
        closeAll();
        return events.state({ state: 'ended', problem: failure });
      default:
        return wait(failure, LIMITS.has(failure) ? LIMIT_BACKOFF_MS : 0);
    }
  }

  function wait(problem: Problem, atLeastMs = 0): void {
    closeAll();
    failures = clock.now() - openedAt > GOOD_AFTER_MS ? 1 : failures + 1;
    const fullMs = Math.min(BACKOFF_FIRST_MS * 2 ** (failures - 1), BACKOFF_AT_MOST_MS);
    // Half of it at random, so that a thousand clients do not come back in the same second.
    const delayMs = Math.max(fullMs, atLeastMs) * (0.5 + options.random() / 2);
    retryAt = clock.now() + delayMs;
    stopWaiting = clock.after(delayMs, connect);
    events.state({ state: 'waiting', problem, retryAt });
  }

  function closeAll(): void {
    standing.abort();
    stopWaiting?.();
    successor?.dismiss();
    current?.dismiss();
    successor = null;
    current = null;
  }

  connect();

  return {
    stop: () => {
      closeAll();
      retryAt = null;
    },
    check: () => {
      successor?.check();
      current?.check();
      if (retryAt !== null && clock.now() >= retryAt) connect();
    },
    hurry: () => {
      if (retryAt !== null) connect();
    },
  };
}

function problemOfEnd(end: ConnectionEnd): Problem {
  if (end.reason !== 'closed') return 'offline';
  // Codes below 4000 are the network's or the browser's, those above are Twitch's own.
  return end.code >= 4000 && end.code < 5000 ? 'twitch_down' : 'offline';
}
