import type { Backoff } from '@/lib/domain/connection/backoff';
import type { Problem } from '@/lib/domain/problem';
import type { Clock } from '@/lib/time';
import type { Notification } from '@/lib/twitch/payload/notification';
import type { FrameError, RevokedSubscription } from '../socket/frame';
import {
  createFrameErrorCounter,
  type FrameErrorCounter,
  type FrameErrorCounts,
} from '../socket/frame-errors';
import type { Socket } from '../socket/socket-connection';
import type { SubscriptionOutcome } from '../subscriptions/create-subscription';
import { createJoinPace } from '../subscriptions/join-pace';
import type { PlannedSubscription } from '../subscriptions/plan';
import { createRefusals } from '../subscriptions/refusals';
import type { StandingOf } from '../subscriptions/standing';
import { createReconnect, type Reconnect } from './reconnect';
import { type Attempt, type AttemptEvents, startAttempt } from './session-attempt';
import { failureOfSubscriber } from './session-failure';

/**
 * The state of a session. See https://dev.twitch.tv/docs/eventsub/handling-websocket-events/
 *
 *   connecting ── welcome ──► subscribing ──── answered ────► listening ◄──┐
 *     ▲    │                       │                            │    └─────┘ session_reconnect:
 *     │    │                       │                            │      a second socket takes over
 *     │    └───────────────────────┴───────────┬────────────────┘
 *     │ at `retryAt`                           │ the socket ended or was silent,
 *     │                                        ▼ or no subscription is possible
 *     └──────────────────────────────────── waiting
 */
export type SessionState =
  | { state: 'connecting' }
  | { state: 'subscribing' }
  /** Every subscription has an answer, apart from those that wait for the pace of requests. */
  | { state: 'listening' }
  /** There is no connection. `retryAt` is in milliseconds since 1970. */
  | { state: 'waiting'; problem: Problem; retryAt: number };

/** The events of a session. */
export interface SessionEvents {
  stateChanged(state: SessionState): void;
  /** Called for every frame. `sentAt` is when Twitch sent it, by this computer's clock. */
  frameReceived(sentAt: number): void;
  /** Called with Twitch's id of a new session. */
  sessionOpened(sessionId: string): void;
  /** Called each time a planned subscription was requested. */
  subscriptionAnswered(planned: PlannedSubscription, outcome: SubscriptionOutcome): void;
  /** Called whenever a subscription of the running session may have another standing. */
  subscriptionsChanged(standingOf: StandingOf): void;
  notificationReceived(notification: Notification): void;
  /** Called when Twitch revokes a subscription. `keys` are those of the planned ones it ended. */
  subscriptionRevoked(subscription: RevokedSubscription, keys: readonly string[]): void;
  /** Called when Helix answers 401: the token has to be validated. */
  unauthorized(): void;
  frameDiscarded(error: FrameError): void;
  /** Called when the reason or the delay before the next attempt has changed. */
  backoffChanged(backoff: Backoff): void;
}

/** Options of {@link startSession}. */
export interface SessionOptions {
  plan: readonly PlannedSubscription[];
  openSocket(url: string): Socket;
  subscribe(planned: PlannedSubscription, sessionId: string): Promise<SubscriptionOutcome>;
  /** Deletes what earlier sessions left at Twitch, where it still counts against the budget. */
  deleteStaleSubscriptions(): Promise<void>;
  /** Deletes subscriptions of this session, by their ids, which are not planned any more. */
  unsubscribe(subscriptionIds: readonly string[]): Promise<void>;
  clock: Clock;
  /** Returns a number from 0 up to, but not including, 1. */
  random(): number;
  /** The backoff of the session before this one, if that one ended unexpectedly. */
  earlier: Backoff | null;
  events: SessionEvents;
}

/** A running EventSub session. */
export interface EventSubSession {
  stop(): void;
  /**
   * Replaces the plan. The connection stays, and so does every subscription that is still planned:
   * no event of those is missed.
   */
  changePlan(plan: readonly PlannedSubscription[]): void;
  /** Called when the token was replaced: what Twitch has refused before may be allowed now. */
  tokenReplaced(): void;
  /** Catches up on timers that did not run because the computer slept. */
  check(): void;
  /** Retries at once if the session waits for a network. */
  hurry(): void;
  /** The frames that could not be read. Counts since the session was started. */
  readonly frameErrors: FrameErrorCounts;
}

/**
 * Starts a session: connects, subscribes to the plan, and retries after failures until it is
 * stopped. If the session before this one was waiting for a retry, this one continues that delay.
 */
export function startSession(options: SessionOptions): EventSubSession {
  const { clock, events, earlier } = options;
  let { plan } = options;
  const refusals = createRefusals(clock, earlier?.refusedUntil);
  const pace = createJoinPace(clock);
  const frameErrors = createFrameErrorCounter();
  let attempt: Attempt | null = null;
  let isStopped = false;

  const reconnect = createReconnect({
    clock,
    random: options.random,
    earlier,
    refusedUntil: refusals.until,
    retry: connect,
    retryScheduled: ({ problem, retryAt }) =>
      events.stateChanged({ state: 'waiting', problem, retryAt }),
    backoffChanged: events.backoffChanged,
  });

  const onAttempt = attemptEvents(events, reconnect, frameErrors);

  function connect(): void {
    reconnect.end();
    const isPossible = plan.some(({ key }) => refusals.endsIn(key) === 0);
    if (!isPossible) return reconnect.fail(failureOfSubscriber('nothing_allowed'));
    events.stateChanged({ state: 'connecting' });
    // The callback may have stopped the session.
    if (isStopped) return;
    attempt = startAttempt({ ...options, plan: () => plan, refusals, pace, events: onAttempt });
  }

  if (!reconnect.resume()) connect();

  return {
    frameErrors: frameErrors.counts,
    stop: () => {
      isStopped = true;
      reconnect.end();
      attempt?.stop();
    },
    changePlan: (changed) => {
      plan = changed;
      attempt?.planChanged();
      reconnect.planChanged();
    },
    tokenReplaced: () => {
      refusals.clear();
      attempt?.tokenReplaced();
    },
    check: () => {
      attempt?.check();
      reconnect.check();
    },
    hurry: reconnect.hurry,
  };
}

/** Returns what each event of an attempt does: some change the state, the others are passed on. */
function attemptEvents(
  events: SessionEvents,
  reconnect: Reconnect,
  frameErrors: FrameErrorCounter,
): AttemptEvents {
  return {
    sessionOpened: (sessionId) => {
      events.sessionOpened(sessionId);
      events.stateChanged({ state: 'subscribing' });
    },
    settled: () => {
      reconnect.succeed();
      events.stateChanged({ state: 'listening' });
    },
    failed: reconnect.fail,
    frameDiscarded: (error) => {
      frameErrors.add(error);
      events.frameDiscarded(error);
    },
    frameReceived: events.frameReceived,
    notificationReceived: events.notificationReceived,
    subscriptionAnswered: events.subscriptionAnswered,
    subscriptionsChanged: events.subscriptionsChanged,
    subscriptionRevoked: events.subscriptionRevoked,
    unauthorized: events.unauthorized,
  };
}
