import { SECOND } from '@/lib/time';
import { createSubscription } from '@/lib/twitch/eventsub/subscriptions/create-subscription';
import { CHAT_NOTICES, type PlannedSubscription } from '@/lib/twitch/eventsub/subscriptions/plan';
import { subscriptionKey } from '@/lib/twitch/eventsub/subscriptions/subscription-key';
import type { HelixError } from '@/lib/twitch/helix/helix-error';
import { SEVERAL } from '@/tests/simulator/scenario/several';
import { keepaliveFrame, welcomeFrame } from '@/tests/support/builders/frames';
import { createFakeTwitchApi } from '@/tests/support/fakes/fake-twitch-api';
import {
  type RunningSession,
  runSession,
  VIEWER_PLAN,
} from '@/tests/support/running/running-session';

function noticesOf(streamerId: string): PlannedSubscription {
  const condition = { broadcaster_user_id: streamerId, user_id: '200' };
  const key = subscriptionKey({ type: CHAT_NOTICES, condition });
  return { key, type: CHAT_NOTICES, version: '1', condition, cost: 0, kinds: [] };
}

/** The plan of a viewer who listens to a favorite and to four others. */
export const PLAN_OF_SEVERAL: readonly PlannedSubscription[] = [
  ...VIEWER_PLAN,
  ...SEVERAL.slice(1).map(({ id }) => noticesOf(id)),
];

/** Returns the error for a subscription that Helix refuses. */
type Refusal = (planned: PlannedSubscription) => HelixError | null;

/** Runs a session on a fake Helix that creates subscriptions. `refuse` makes it refuse some. */
export function runOnHelix(plan: readonly PlannedSubscription[] = VIEWER_PLAN) {
  const running = runSession(() => 0.5, { plan });
  const api = createFakeTwitchApi();
  let refusalOf: Refusal = () => null;
  const requestedAt: number[] = [];
  running.answerWith((planned, sessionId) => {
    requestedAt.push(running.clock.now());
    const create: typeof api.createSubscription = async (...request) => {
      const refusal = refusalOf(planned);
      if (refusal !== null) throw refusal;
      return await api.createSubscription(...request);
    };
    return createSubscription({ ...api, createSubscription: create }, planned, sessionId);
  });
  return {
    ...running,
    requestedAt,
    /** The conditions of the subscriptions at Twitch that send the notices of a chat. */
    heard: () =>
      new Set(
        api.subscriptions
          .filter(({ type }) => type === CHAT_NOTICES)
          .map(({ condition }) => condition['broadcaster_user_id']),
      ),
    refuse: (next: Refusal) => {
      refusalOf = next;
    },
  };
}

/** Lets time pass while Twitch welcomes every socket and keeps it alive. */
export async function pass({ network, clock }: RunningSession, ms: number): Promise<void> {
  const welcomed = new Set<unknown>();
  for (let passed = 0; passed < ms; passed += SECOND) {
    const socket = network.latest;
    if (!welcomed.has(socket)) {
      welcomed.add(socket);
      socket.deliver(welcomeFrame(`session-${network.sockets.length}`));
    }
    if (passed % (10 * SECOND) === 0) socket.deliver(keepaliveFrame());
    await clock.advance(SECOND);
  }
}
