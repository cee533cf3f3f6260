import { SECOND } from '@/lib/time';
import type { SubscriptionOutcome } from '@/lib/twitch/eventsub/subscriptions/create-subscription';
import type { PlannedSubscription } from '@/lib/twitch/eventsub/subscriptions/plan';
import { createRefusals } from '@/lib/twitch/eventsub/subscriptions/refusals';
import { type Subscriber, startSubscriber } from '@/lib/twitch/eventsub/subscriptions/subscriber';
import { createFakeClock, type FakeClock } from './fake-clock';
import { VIEWER_PLAN } from './running-session';

/** A real subscriber with a fake clock, and everything it reported. */
export interface RunningSubscriber {
  subscriber: Subscriber;
  clock: FakeClock;
  /** Abort it to end the session. */
  standing: AbortController;
  /** Enabled subscriptions and outcomes, as text in the order they were reported. */
  told: string[];
  /** The seconds since the start and the type of each request, or `delete` for stale ones. */
  asked: [seconds: number, type: string][];
  /** Returns the seconds at which a type was requested. */
  timesOf(type: string): number[];
  /** Returns the seconds at which a single subscription was requested. */
  requestedAt(planned: PlannedSubscription): number[];
}

/** Starts a subscriber. `answer` gets the planned subscription and how often it was requested. */
export function runSubscriber(
  answer: (planned: PlannedSubscription, asked: number) => SubscriptionOutcome,
  plan: readonly PlannedSubscription[] = VIEWER_PLAN,
): RunningSubscriber {
  const clock = createFakeClock();
  const start = clock.now();
  const standing = new AbortController();
  const told: string[] = [];
  const asked: RunningSubscriber['asked'] = [];
  const requests: { seconds: number; planned: PlannedSubscription }[] = [];
  const secondsSinceStart = () => (clock.now() - start) / SECOND;

  function requestedAt(wanted: PlannedSubscription): number[] {
    return requests.flatMap(({ seconds, planned }) => (planned === wanted ? [seconds] : []));
  }

  const subscriber = startSubscriber({
    plan,
    refusals: createRefusals(clock),
    clock,
    signal: standing.signal,
    subscribe: async (planned) => {
      const seconds = secondsSinceStart();
      asked.push([seconds, planned.type]);
      requests.push({ seconds, planned });
      return answer(planned, requestedAt(planned).length);
    },
    deleteStaleSubscriptions: async () => void asked.push([secondsSinceStart(), 'delete']),
    answered: ({ type }, outcome) => {
      if (outcome.outcome === 'enabled') told.push(`${type} is ${outcome.id}`);
    },
    settled: (problem) => void told.push(`settled: ${problem}`),
    failed: (failure) => void told.push(`failed: ${failure}`),
  });
  return {
    subscriber,
    clock,
    standing,
    told,
    asked,
    timesOf: (wanted) => asked.flatMap(([seconds, type]) => (type === wanted ? [seconds] : [])),
    requestedAt,
  };
}
