import { SECOND } from '@/lib/time';
import type { SubscriptionOutcome } from '@/lib/twitch/eventsub/subscriptions/create-subscription';
import { createJoinPace } from '@/lib/twitch/eventsub/subscriptions/join-pace';
import type { PlannedSubscription } from '@/lib/twitch/eventsub/subscriptions/plan';
import { createRefusals } from '@/lib/twitch/eventsub/subscriptions/refusals';
import {
  problemOfSubscriptions,
  type StandingOf,
} from '@/lib/twitch/eventsub/subscriptions/standing';
import { type Subscriber, startSubscriber } from '@/lib/twitch/eventsub/subscriptions/subscriber';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock';
import { VIEWER_PLAN } from './running-session';

/** A real subscriber with a fake clock, and everything it reported. */
export interface RunningSubscriber {
  subscriber: Subscriber;
  clock: FakeClock;
  /** Ends the session. */
  endSession(): void;
  /** Enabled subscriptions and outcomes, as text in the order they were reported. */
  reports: string[];
  /** The seconds since the start and the type of each request, or `delete` for stale ones. */
  requests: [seconds: number, type: string][];
  /** Returns the seconds at which a type was requested. */
  timesOf(type: string): number[];
  /** Returns the seconds at which a single subscription was requested. */
  requestedAt(planned: PlannedSubscription): number[];
}

/** How long Twitch needs. */
interface Timing {
  ready?: () => Promise<void>;
  deletingMs?: number;
}

/**
 * Starts a subscriber. `answer` gets the planned subscription and how often it was requested. Twitch
 * answers when `ready` resolves. Deleting the stale subscriptions takes `deletingMs`.
 */
export function runSubscriber(
  answer: (planned: PlannedSubscription, requestCount: number) => SubscriptionOutcome,
  plan: readonly PlannedSubscription[] = VIEWER_PLAN,
  { ready = async () => {}, deletingMs = 0 }: Timing = {},
): RunningSubscriber {
  const clock = createFakeClock();
  const start = clock.now();
  const lifetime = new AbortController();
  const reports: string[] = [];
  const requests: RunningSubscriber['requests'] = [];
  const plannedRequests: { seconds: number; planned: PlannedSubscription }[] = [];
  let standingOf: StandingOf = () => ({ standing: 'pending' });
  const secondsSinceStart = () => (clock.now() - start) / SECOND;

  function requestedAt(wanted: PlannedSubscription): number[] {
    return plannedRequests.flatMap(({ seconds, planned }) => (planned === wanted ? [seconds] : []));
  }

  let currentPlan = plan;
  const subscriber = startSubscriber({
    plan,
    refusals: createRefusals(clock),
    pace: createJoinPace(clock),
    clock,
    signal: lifetime.signal,
    subscribe: async (planned) => {
      const seconds = secondsSinceStart();
      requests.push([seconds, planned.type]);
      plannedRequests.push({ seconds, planned });
      await ready();
      return answer(planned, requestedAt(planned).length);
    },
    deleteStaleSubscriptions: async () => {
      requests.push([secondsSinceStart(), 'delete']);
      if (deletingMs > 0) await new Promise<void>((resolve) => clock.after(deletingMs, resolve));
    },
    unsubscribe: async (ids) =>
      void requests.push(
        ...ids.map((id): [number, string] => [secondsSinceStart(), `delete ${id}`]),
      ),
    answered: ({ type }, outcome) => {
      if (outcome.outcome === 'enabled') reports.push(`${type} is ${outcome.id}`);
    },
    progressed: (changed) => {
      standingOf = changed;
    },
    settled: () => void reports.push(`settled: ${problemOfSubscriptions(currentPlan, standingOf)}`),
    failed: (failure) => void reports.push(`failed: ${failure}`),
  });
  return {
    subscriber: {
      ...subscriber,
      changePlan: (changed) => {
        currentPlan = changed;
        subscriber.changePlan(changed);
      },
    },
    clock,
    endSession: () => lifetime.abort(),
    reports,
    requests,
    timesOf: (wanted) => requests.flatMap(([seconds, type]) => (type === wanted ? [seconds] : [])),
    requestedAt,
  };
}
