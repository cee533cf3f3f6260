import type { Backoff, BackoffPace } from '@/lib/domain/connection/backoff';
import { LIMITS, type Problem } from '@/lib/domain/problem';
import type { Clock } from '@/lib/time';
import type { Notification } from '@/lib/twitch/payload/notification';
import type { SubscriptionOutcome } from '../subscriptions/create-subscription';
import type { PlannedSubscription } from '../subscriptions/plan';
import { createRefusals } from '../subscriptions/refusals';
import {
  type Subscriber,
  type SubscriberFailure,
  startSubscriber,
} from '../subscriptions/subscriber';
import { endedBy } from '../subscriptions/subscription-key';
import type { FrameError, RevokedSubscription } from './frame';
import { createFrameErrorCounter, type FrameErrorCounts } from './frame-errors';
import { createReconnect } from './reconnect';
import { createSessionReconnect } from './session-reconnect';
import {
  createSocketConnection,
  type Socket,
  type SocketConnection,
  type SocketEnd,
  type SocketEvents,
} from './socket-connection';

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
  stateChanged(state: SessionState): void;
  /** Twitch said something, if only that it is there; when it did, by this computer's clock. */
  frameReceived(sentAt: number): void;
  /** Twitch's id of the session, when it is new. */
  sessionOpened(sessionId: string): void;
  /** What became of a planned subscription, each time it was asked for. */
  subscriptionAnswered(planned: PlannedSubscription, answer: SubscriptionOutcome): void;
  notification(notification: Notification): void;
  /** Called when Twitch revokes a subscription; `keys` are those of the planned ones it ended. */
  revoked(subscription: RevokedSubscription, keys: readonly string[]): void;
  /** Helix answered 401: the token wants validating. */
  unauthorized(): void;
  frameDiscarded(fault: FrameError): void;
  /** What holds the session back is another than before. */
  backoffChanged(backoff: Backoff): void;
}

/** What a session is made of. It knows neither database nor browser. */
export interface SessionOptions {
  plan: readonly PlannedSubscription[];
  openSocket(url: string): Socket;
  subscribe(planned: PlannedSubscription, sessionId: string): Promise<SubscriptionOutcome>;
  deleteStaleSubscriptions(): Promise<void>;
  clock: Clock;
  /** From 0 up to 1. */
  random(): number;
  /** What held the session before this one back, where that ended without wanting to. */
  earlier: Backoff | null;
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
  readonly frameErrors: FrameErrorCounts;
}

const EVENTSUB_URL = 'wss://eventsub.wss.twitch.tv/ws';
/** Twitch's close code for a client that sent something: a fault of ours, so nothing to hurry. */
const INBOUND_TRAFFIC = 4001;

/** What whoever opens a connection hears of it alone. `ended` is for one that is not the session's. */
type OwnEvents = Pick<SocketEvents, 'welcome'> & Partial<Pick<SocketEvents, 'ended'>>;

/**
 * Starts a session: connects, subscribes to the plan, and keeps it so until it is stopped. A pause of
 * the session before is waited for to its end.
 */
export function startSession(options: SessionOptions): EventSubSession {
  const { clock, events, earlier } = options;
  const refusals = createRefusals(clock, earlier?.refusedUntil);
  const faults = createFrameErrorCounter();
  let current: SocketConnection | null = null;
  let subscriber: Subscriber | null = null;
  let sessionId = '';
  /** Aborted with the session it was made for, so that what belonged to that one ends with it. */
  let standing = new AbortController();
  let isStopped = false;

  const waiting = createReconnect({
    clock,
    random: options.random,
    earlier,
    refusedUntil: refusals.until,
    retry: connect,
    paused: ({ problem, retryAt }) => events.stateChanged({ state: 'waiting', problem, retryAt }),
    backoffChanged: events.backoffChanged,
  });
  const handOver = createSessionReconnect({
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
    waiting.end();
    standing = new AbortController();
    if (!options.plan.some(({ key }) => refusals.endsIn(key) === 0)) {
      return wait('nothing_allowed', 'seldom');
    }
    events.stateChanged({ state: 'connecting' });
    current = open(EVENTSUB_URL, { welcome: onWelcome });
  }

  function open(url: string, told: OwnEvents): SocketConnection {
    const connection = createSocketConnection(() => options.openSocket(url), clock, {
      welcome: told.welcome,
      frameReceived: events.frameReceived,
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
        events.frameDiscarded(fault);
      },
      reconnect: handOver.begin,
    });
    return connection;
  }

  function onWelcome(id: string): void {
    sessionId = id;
    events.sessionOpened(id);
    events.stateChanged({ state: 'subscribing' });
    subscriber = startSubscriber({
      plan: options.plan,
      refusals,
      clock,
      signal: standing.signal,
      subscribe: (planned) => options.subscribe(planned, sessionId),
      deleteStaleSubscriptions: options.deleteStaleSubscriptions,
      answered: events.subscriptionAnswered,
      settled: (problem) => {
        waiting.succeed();
        events.stateChanged({ state: 'listening', problem });
      },
      failed: onUseless,
    });
  }

  function onRevocation(subscription: RevokedSubscription): void {
    const keys = endedBy(subscription, options.plan).map(({ key }) => key);
    events.revoked(subscription, keys);
    subscriber?.drop(keys);
  }

  function onLost(end: SocketEnd): void {
    const isOurFault = end.reason === 'closed' && end.code === INBOUND_TRAFFIC;
    wait(problemOfEnd(end), isOurFault ? 'calmly' : 'soon');
  }

  function onUseless(failure: SubscriberFailure): void {
    switch (failure) {
      case 'unauthorized':
        events.unauthorized();
        return wait('not_signed_in', 'calmly');
      case 'session_gone':
        return wait('twitch_down', 'soon');
      case 'nothing_allowed':
        return wait(failure, 'seldom');
      default:
        return wait(failure, LIMITS.has(failure) ? 'calmly' : 'soon');
    }
  }

  function wait(problem: Problem, pace: BackoffPace): void {
    closeAll();
    // Whoever was just told something may have stopped all this.
    if (isStopped) return;
    waiting.fail(problem, pace);
  }

  function closeAll(): void {
    standing.abort();
    waiting.end();
    handOver.cancel();
    subscriber = null;
    const unneeded = current;
    current = null;
    unneeded?.dismiss();
  }

  if (!waiting.resume()) connect();

  return {
    frameErrors: faults.counts,
    stop: () => {
      isStopped = true;
      closeAll();
    },
    check: () => {
      handOver.check();
      current?.check();
      waiting.check();
    },
    hurry: waiting.hurry,
  };
}

function problemOfEnd(end: SocketEnd): Problem {
  if (end.reason !== 'closed') return 'offline';
  // Codes below 4000 are the network's or the browser's, those above are Twitch's own.
  return end.code >= 4000 && end.code < 5000 ? 'twitch_down' : 'offline';
}
