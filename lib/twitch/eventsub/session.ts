import { LIMITS, type Problem } from '@/lib/domain/problem';
import { type Clock, MINUTE } from '@/lib/time';
import {
  type Connection,
  type ConnectionEnd,
  type ConnectionEvents,
  createConnection,
  type Socket,
} from './connection';
import { createFaultCounter, type FaultCounts } from './fault-counts';
import type { FrameFault, Notification, RevokedSubscription } from './frame';
import { createHandOver } from './hand-over';
import { CALMLY, type Pace, pauseAfter, SELDOM, SOON } from './pause';
import type { PlannedSubscription } from './plan';
import { createRefusals } from './refusals';
import type { SubscribeOutcome } from './subscribe';
import { type SubscribeFailure, type Subscriber, startSubscribing } from './subscriber';

/**
 * Where a session is. `waiting`: there is no connection, and it is tried again at `retryAt`.
 *
 *   connecting ─ welcome ─► subscribing ─ answered ─► listening ─ session_reconnect ─► listening
 *       ▲                        │                        │       (second socket, then the first ends)
 *       └──────── waiting ◄──────┴── close, silence, 4003, nothing allowed
 */
export type SessionState =
  | { state: 'connecting' }
  | { state: 'subscribing' }
  | { state: 'listening'; problem: Problem | null }
  | { state: 'waiting'; problem: Problem; retryAt: number };

/** What a session tells its owner. */
export interface SessionEvents {
  state(state: SessionState): void;
  /** Twitch said something, if only that it is there; when it did, by this computer's clock. */
  heard(sentAt: number): void;
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
  /** Tries again at once where it waits for a network, as when that is back. */
  hurry(): void;
  /** What was put aside of what Twitch sent; counts on. */
  readonly faults: FaultCounts;
}

const EVENTSUB_URL = 'wss://eventsub.wss.twitch.tv/ws';
/** A session that listened this long was a good one: the next failure begins a new count. */
const GOOD_AFTER_MS = MINUTE;
/** Twitch's close code for a client that sent something: a fault of ours, so nothing to hurry. */
const INBOUND_TRAFFIC = 4001;

/** What whoever opens a connection hears of it alone. `ended` is for one that is not the session's. */
type OwnEvents = Pick<ConnectionEvents, 'welcome'> & Partial<Pick<ConnectionEvents, 'ended'>>;

/** Starts a session: connects, subscribes to the plan, and keeps it so until it is stopped. */
export function startSession(options: SessionOptions): EventSubSession {
  const { clock, events } = options;
  const refusals = createRefusals(clock);
  const faults = createFaultCounter();
  let current: Connection | null = null;
  let subscriber: Subscriber | null = null;
  let sessionId = '';
  /** Aborted with the session it was made for, so that what belonged to that one ends with it. */
  let standing = new AbortController();
  let failures = 0;
  let listeningSince: number | null = null;
  let retryAt: number | null = null;
  let pace = SOON;
  let stopWaiting: (() => void) | null = null;
  let isStopped = false;

  const handOver = createHandOver({
    clock,
    random: options.random,
    open,
    done: (connection, id) => {
      sessionId = id;
      const old = current;
      current = connection;
      old?.dismiss();
    },
    failed: (end) => {
      // Twitch takes no second socket of a session whose first is gone.
      if (current === null) onLost(end);
      return current !== null;
    },
  });

  function connect(): void {
    stopWaiting?.();
    retryAt = null;
    standing = new AbortController();
    if (!options.plan.some(({ type }) => refusals.endsIn(type) === 0)) {
      return wait('nothing_allowed', SELDOM);
    }
    events.state({ state: 'connecting' });
    current = open(EVENTSUB_URL, { welcome: onWelcome });
  }

  function open(url: string, told: OwnEvents): Connection {
    const connection = createConnection(() => options.openSocket(url), clock, {
      welcome: told.welcome,
      heard: events.heard,
      ended: (end) => {
        if (connection !== current) return told.ended?.(end);
        current = null;
        // During a hand-over the new connection can carry the session on without the old.
        if (!handOver.isConnecting()) onLost(end);
      },
      notification: events.notification,
      revocation: onRevocation,
      discarded: (fault) => {
        faults.add(fault);
        events.discarded(fault);
      },
      reconnect: handOver.begin,
    });
    return connection;
  }

  function onWelcome(id: string): void {
    sessionId = id;
    events.opened(id);
    events.state({ state: 'subscribing' });
    subscriber = startSubscribing({
      plan: options.plan,
      refusals,
      clock,
      signal: standing.signal,
      subscribe: (planned) => options.subscribe(planned, sessionId),
      deleteLeftovers: options.deleteLeftovers,
      answered: events.answered,
      settled: (problem) => {
        listeningSince ??= clock.now();
        events.state({ state: 'listening', problem });
      },
      failed: onUseless,
    });
  }

  function onRevocation(subscription: RevokedSubscription): void {
    events.revoked(subscription);
    subscriber?.drop(subscription.type);
  }

  function onLost(end: ConnectionEnd): void {
    const isOurFault = end.reason === 'closed' && end.code === INBOUND_TRAFFIC;
    wait(problemOfEnd(end), isOurFault ? CALMLY : SOON);
  }

  function onUseless(failure: SubscribeFailure): void {
    switch (failure) {
      case 'unauthorised':
        events.unauthorised();
        return wait('not_signed_in', CALMLY);
      case 'session_gone':
        return wait('twitch_down', SOON);
      case 'nothing_allowed':
        return wait(failure, SELDOM);
      default:
        return wait(failure, LIMITS.has(failure) ? CALMLY : SOON);
    }
  }

  function wait(problem: Problem, how: Pace): void {
    closeAll();
    // Whoever was just told something may have stopped all this.
    if (isStopped) return;
    const wasGood = listeningSince !== null && clock.now() - listeningSince > GOOD_AFTER_MS;
    failures = wasGood ? 1 : failures + 1;
    listeningSince = null;
    pace = how;
    const delayMs = pauseAfter(failures, pace, options.random());
    retryAt = clock.now() + delayMs;
    stopWaiting = clock.after(delayMs, connect);
    events.state({ state: 'waiting', problem, retryAt });
  }

  function closeAll(): void {
    standing.abort();
    stopWaiting?.();
    handOver.cancel();
    subscriber = null;
    const unneeded = current;
    current = null;
    unneeded?.dismiss();
  }

  connect();

  return {
    faults: faults.counts,
    stop: () => {
      isStopped = true;
      closeAll();
      retryAt = null;
    },
    check: () => {
      handOver.check();
      current?.check();
      if (retryAt !== null && clock.now() >= retryAt) connect();
    },
    hurry: () => {
      if (retryAt !== null && pace === SOON) connect();
    },
  };
}

function problemOfEnd(end: ConnectionEnd): Problem {
  if (end.reason !== 'closed') return 'offline';
  // Codes below 4000 are the network's or the browser's, those above are Twitch's own.
  return end.code >= 4000 && end.code < 5000 ? 'twitch_down' : 'offline';
}
