import type { Backoff } from '@/lib/domain/connection/backoff';
import { DEFAULT_RECORDING_OPTIONS, isRecorded } from '@/lib/domain/history/recording-options';
import type { Problem } from '@/lib/domain/problem';
import { SECOND } from '@/lib/time';
import type { FrameError, RevokedSubscription } from '@/lib/twitch/eventsub/session/frame';
import {
  type EventSubSession,
  type SessionState,
  startSession,
} from '@/lib/twitch/eventsub/session/session';
import type { SubscriptionOutcome } from '@/lib/twitch/eventsub/subscriptions/create-subscription';
import { makePlan, type PlannedSubscription } from '@/lib/twitch/eventsub/subscriptions/plan';
import type { Notification } from '@/lib/twitch/payload/notification';
import { createFakeClock, type FakeClock } from './fake-clock';
import { createFakeNetwork, type FakeNetwork } from './fake-socket';
import { keepaliveFrame, notificationFrame, welcomeFrame } from './frames';

type Answer = (
  planned: PlannedSubscription,
  sessionId: string,
) => SubscriptionOutcome | Promise<SubscriptionOutcome>;

/** A real session between a fake clock and a fake network, and everything it told. */
export interface RunningSession {
  session: EventSubSession;
  clock: FakeClock;
  network: FakeNetwork;
  /** How Twitch answers from now on; at first everything is enabled. */
  answerWith(answer: Answer): void;
  states: SessionState[];
  opened: string[];
  /** What was asked for, in order, deletions of leftovers among them. */
  asked: string[];
  subscribed: string[];
  /** Ids of the notifications that came through. */
  heard: string[];
  revoked: RevokedSubscription[];
  /** Keys of the planned subscriptions that revocations ended. */
  revokedKeys: string[];
  discarded: FrameError[];
  /** What held it back, as told to whoever comes after it. */
  heldBack: Backoff[];
  readonly unauthorized: number;
  /** Brings the session to where it listens. */
  listen(): Promise<void>;
}

function viewerPlan(scopes: readonly string[]): PlannedSubscription[] {
  return makePlan({
    streamerId: '100',
    viewerId: '200',
    role: 'viewer',
    scopes,
    isWanted: (kind) => isRecorded(kind, DEFAULT_RECORDING_OPTIONS),
  }).subscriptions;
}

/** What a plain viewer asks Twitch for. */
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

/** What of a session a test has otherwise. */
interface Differing {
  plan?: readonly PlannedSubscription[];
  earlier?: Backoff;
  clock?: FakeClock;
  onNotification?(notification: Notification): void;
  onUnauthorized?(): void;
}

export function runSession(
  random: () => number = () => 1,
  {
    plan = VIEWER_PLAN,
    earlier,
    clock = createFakeClock(),
    onNotification,
    onUnauthorized,
  }: Differing = {},
): RunningSession {
  const network = createFakeNetwork();
  let answer: Answer = () => ENABLED;
  let unauthorized = 0;
  const told = {
    states: [] as SessionState[],
    opened: [] as string[],
    asked: [] as string[],
    subscribed: [] as string[],
    heard: [] as string[],
    revoked: [] as RevokedSubscription[],
    revokedKeys: [] as string[],
    discarded: [] as FrameError[],
    heldBack: [] as Backoff[],
  };
  const session = startSession({
    plan,
    openSocket: network.open,
    subscribe: async (planned, sessionId) => {
      told.asked.push(planned.type);
      return await answer(planned, sessionId);
    },
    deleteStaleSubscriptions: async () => void told.asked.push('delete leftovers'),
    clock,
    random,
    earlier: earlier ?? null,
    events: {
      stateChanged: (state) => void told.states.push(state),
      frameReceived: () => {},
      sessionOpened: (sessionId) => void told.opened.push(sessionId),
      subscriptionAnswered: ({ type }, { outcome }) => {
        if (outcome === 'enabled') told.subscribed.push(type);
      },
      notification: (notification) => {
        told.heard.push(notification.metadata.message_id);
        onNotification?.(notification);
      },
      revoked: (subscription, keys) => {
        told.revoked.push(subscription);
        told.revokedKeys.push(...keys);
      },
      unauthorized: () => {
        unauthorized += 1;
        onUnauthorized?.();
      },
      frameDiscarded: (fault) => void told.discarded.push(fault),
      backoffChanged: (backoff) => void told.heldBack.push(backoff),
    },
  });
  return {
    ...told,
    session,
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

/** A notification of a raid, by its id. */
export function raidFrame(id: string): string {
  return notificationFrame('channel.raid', { viewers: 1 }, { id });
}
