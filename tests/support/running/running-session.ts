import type { Backoff } from '@/lib/domain/connection/backoff';
import type { Problem } from '@/lib/domain/problem';
import { SECOND } from '@/lib/time';
import {
  type EventSubSession,
  type SessionState,
  startSession,
} from '@/lib/twitch/eventsub/session/session';
import type { FrameError, RevokedSubscription } from '@/lib/twitch/eventsub/socket/frame';
import type { SubscriptionOutcome } from '@/lib/twitch/eventsub/subscriptions/create-subscription';
import { makePlan, type PlannedSubscription } from '@/lib/twitch/eventsub/subscriptions/plan';
import {
  problemOfSubscriptions,
  type StandingOf,
} from '@/lib/twitch/eventsub/subscriptions/standing';
import type { Notification } from '@/lib/twitch/payload/notification';
import { keepaliveFrame, notificationFrame, welcomeFrame } from '../builders/frames';
import { aPlanRequest } from '../builders/plan-request';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock';
import { createFakeNetwork, type FakeNetwork } from '../fakes/fake-socket';

type Answer = (
  planned: PlannedSubscription,
  sessionId: string,
) => SubscriptionOutcome | Promise<SubscriptionOutcome>;

/** A state of a session; while it listens with the reason why some subscriptions are missing. */
export type ReportedState =
  | Exclude<SessionState, { state: 'listening' }>
  | { state: 'listening'; problem: Problem | null };

/** A real session with a fake clock and a fake network, and everything that it reported. */
export interface RunningSession {
  session: EventSubSession;
  clock: FakeClock;
  network: FakeNetwork;
  /** Sets how Twitch answers from now on. At first every subscription is enabled. */
  answerWith(answer: Answer): void;
  states: ReportedState[];
  /** Ids of the opened sessions. */
  opened: string[];
  /** The types of all requests in order, with `delete stale` for a deletion. */
  requested: string[];
  /** The types of the enabled subscriptions. */
  subscribed: string[];
  /** Ids of the received notifications. */
  received: string[];
  revoked: RevokedSubscription[];
  /** Keys of the planned subscriptions that revocations ended. */
  revokedKeys: string[];
  discarded: FrameError[];
  /** How often the session reported that the token may be invalid. */
  readonly unauthorized: number;
  /** Welcomes the latest socket and waits until the session listens. */
  listen(): Promise<void>;
}

function viewerPlan(scopes: readonly string[]): PlannedSubscription[] {
  return makePlan(aPlanRequest({ scopes })).subscriptions;
}

/** The plan of a viewer without a special role. */
export const VIEWER_PLAN = viewerPlan(['user:read:chat']);
/** The plan of a viewer who may not read chat. It has `channel.raid` twice. */
export const PLAN_WITHOUT_CHAT = viewerPlan([]);

/** True for the subscription to incoming raids, one of two of type `channel.raid`. */
export function isRaidIn({ condition }: Pick<PlannedSubscription, 'condition'>): boolean {
  return 'to_broadcaster_user_id' in condition;
}

export const ENABLED: SubscriptionOutcome = { outcome: 'enabled', id: 'subscription' };
export const REFUSED: SubscriptionOutcome = { outcome: 'refused', reason: 'not for you' };
export function later(problem: Problem = 'twitch_down'): SubscriptionOutcome {
  return { outcome: 'later', problem };
}

interface SessionSetup {
  plan?: readonly PlannedSubscription[];
  earlier?: Backoff;
  clock?: FakeClock;
  onNotification?(notification: Notification): void;
  onUnauthorized?(): void;
  onState?(state: SessionState): void;
}

export function runSession(
  random: () => number = () => 1,
  {
    plan = VIEWER_PLAN,
    earlier,
    clock = createFakeClock(),
    onNotification,
    onUnauthorized,
    onState,
  }: SessionSetup = {},
): RunningSession {
  const network = createFakeNetwork();
  let answer: Answer = () => ENABLED;
  let unauthorized = 0;
  const reports = {
    states: [] as ReportedState[],
    opened: [] as string[],
    requested: [] as string[],
    subscribed: [] as string[],
    received: [] as string[],
    revoked: [] as RevokedSubscription[],
    revokedKeys: [] as string[],
    discarded: [] as FrameError[],
  };
  let currentPlan = plan;
  let standingOf: StandingOf = () => ({ standing: 'pending' });
  const session = startSession({
    plan,
    openSocket: network.open,
    subscribe: async (planned, sessionId) => {
      reports.requested.push(planned.type);
      return await answer(planned, sessionId);
    },
    deleteStaleSubscriptions: async () => void reports.requested.push('delete stale'),
    unsubscribe: async (ids) => void reports.requested.push(`delete ${ids.join()}`),
    clock,
    random,
    earlier: earlier ?? null,
    events: {
      stateChanged: (state) => {
        const problem = problemOfSubscriptions(currentPlan, standingOf);
        reports.states.push(state.state === 'listening' ? { ...state, problem } : state);
        onState?.(state);
      },
      frameReceived: () => {},
      sessionOpened: (sessionId) => void reports.opened.push(sessionId),
      subscriptionAnswered: ({ type }, { outcome }) => {
        if (outcome === 'enabled') reports.subscribed.push(type);
      },
      subscriptionsChanged: (changed) => {
        standingOf = changed;
      },
      notificationReceived: (notification) => {
        reports.received.push(notification.metadata.message_id);
        onNotification?.(notification);
      },
      subscriptionRevoked: (subscription, keys) => {
        reports.revoked.push(subscription);
        reports.revokedKeys.push(...keys);
      },
      unauthorized: () => {
        unauthorized += 1;
        onUnauthorized?.();
      },
      frameDiscarded: (error) => void reports.discarded.push(error),
      backoffChanged: () => {},
    },
  });
  return {
    ...reports,
    session: {
      ...session,
      changePlan: (changed) => {
        currentPlan = changed;
        session.changePlan(changed);
      },
    },
    clock,
    network,
    answerWith: (next) => {
      answer = next;
    },
    get unauthorized() {
      return unauthorized;
    },
    listen: async () => {
      network.latest.deliver(welcomeFrame());
      await clock.advance(0);
    },
  };
}

/** Lets time pass in milliseconds while Twitch keeps the latest socket alive. */
export async function keepAlive(
  { clock, network }: Pick<RunningSession, 'clock' | 'network'>,
  ms: number,
): Promise<void> {
  for (let passed = 0; passed < ms; passed += 10 * SECOND) {
    await clock.advance(10 * SECOND);
    network.latest.deliver(keepaliveFrame());
  }
}

/** Returns a notification of a raid with this message id. */
export function raidFrame(id: string): string {
  return notificationFrame('channel.raid', { viewers: 1 }, { id });
}
