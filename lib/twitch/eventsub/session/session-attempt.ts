import type { Problem } from '@/lib/domain/problem';
import type { Clock } from '@/lib/time';
import type { RevokedSubscription } from '../socket/frame';
import type { Socket } from '../socket/socket-connection';
import type { SubscriptionOutcome } from '../subscriptions/create-subscription';
import type { PlannedSubscription } from '../subscriptions/plan';
import type { Refusals } from '../subscriptions/refusals';
import {
  type Subscriber,
  type SubscriberFailure,
  type SubscriberOptions,
  startSubscriber,
} from '../subscriptions/subscriber';
import { endedBy } from '../subscriptions/subscription-key';
import { failureOfSocket, failureOfSubscriber, type SessionFailure } from './session-failure';
import { openSessionSocket, type ReceivedEvents } from './session-socket';

/** The events of one attempt. */
export interface AttemptEvents extends Omit<ReceivedEvents, 'subscriptionRevoked'> {
  /** Called with Twitch's id of the new session. */
  sessionOpened(sessionId: string): void;
  /** Called each time a planned subscription was requested. */
  subscriptionAnswered(planned: PlannedSubscription, outcome: SubscriptionOutcome): void;
  /** Called when Twitch revokes a subscription. `keys` are those of the planned ones it ended. */
  subscriptionRevoked(subscription: RevokedSubscription, keys: readonly string[]): void;
  /** Called when Helix answers 401: the token has to be validated. */
  unauthorized(): void;
  /** Called when every request has an answer. `problem` is why some subscriptions are missing. */
  settled(problem: Problem | null): void;
  /** Called once, when everything of this attempt is closed. Not called after `stop`. */
  failed(failure: SessionFailure): void;
}

/** Options of {@link startAttempt}. */
export interface AttemptOptions {
  plan: readonly PlannedSubscription[];
  /** The subscriptions that must not be requested now. */
  refusals: Refusals;
  openSocket(url: string): Socket;
  subscribe(planned: PlannedSubscription, sessionId: string): Promise<SubscriptionOutcome>;
  deleteStaleSubscriptions(): Promise<void>;
  /** Deletes subscriptions, by their ids, which are not planned any more. */
  unsubscribe(subscriptionIds: readonly string[]): Promise<void>;
  clock: Clock;
  /** Returns a number from 0 up to, but not including, 1. */
  random(): number;
  events: AttemptEvents;
}

/** One session at Twitch with its socket and subscriptions, until one of them fails. */
export interface Attempt {
  stop(): void;
  changePlan(plan: readonly PlannedSubscription[]): void;
  /** Catches up on timers that did not run because the computer slept. */
  check(): void;
}

/** Opens a socket and subscribes to the plan when Twitch welcomes it. */
export function startAttempt(options: AttemptOptions): Attempt {
  const { clock, events } = options;
  let { plan } = options;
  /** Aborted at the end of the attempt. */
  const lifetime = new AbortController();
  let sessionId = '';
  let subscriber: Subscriber | null = null;

  const socket = openSessionSocket({
    openSocket: options.openSocket,
    clock,
    random: options.random,
    events: {
      frameReceived: events.frameReceived,
      notificationReceived: events.notificationReceived,
      subscriptionRevoked: onRevoked,
      frameDiscarded: events.frameDiscarded,
      opened: onOpened,
      moved: (newSessionId) => {
        sessionId = newSessionId;
      },
      lost: (end) => fail(failureOfSocket(end)),
    },
  });

  function onOpened(newSessionId: string): void {
    sessionId = newSessionId;
    events.sessionOpened(newSessionId);
    subscriber = subscribeToPlan(options, {
      plan,
      signal: lifetime.signal,
      subscribe: (planned) => options.subscribe(planned, sessionId),
      failed: onSubscriberFailed,
    });
  }

  function onRevoked(subscription: RevokedSubscription): void {
    const keys = endedBy(subscription, plan).map(({ key }) => key);
    events.subscriptionRevoked(subscription, keys);
    subscriber?.revoke(keys);
  }

  function onSubscriberFailed(failure: SubscriberFailure): void {
    if (failure === 'unauthorized') events.unauthorized();
    fail(failureOfSubscriber(failure));
  }

  function fail(failure: SessionFailure): void {
    // A callback may have stopped this attempt.
    if (lifetime.signal.aborted) return;
    stop();
    events.failed(failure);
  }

  function stop(): void {
    lifetime.abort();
    socket.close();
  }

  return {
    stop,
    check: socket.check,
    changePlan: (changed) => {
      plan = changed;
      subscriber?.changePlan(changed);
    },
  };
}

function subscribeToPlan(
  { refusals, clock, deleteStaleSubscriptions, unsubscribe, events }: AttemptOptions,
  session: Pick<SubscriberOptions, 'plan' | 'signal' | 'subscribe' | 'failed'>,
): Subscriber {
  return startSubscriber({
    refusals,
    clock,
    deleteStaleSubscriptions,
    unsubscribe,
    answered: events.subscriptionAnswered,
    settled: events.settled,
    ...session,
  });
}
