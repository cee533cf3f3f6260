import { SECOND } from '@/lib/time';
import { createSubscription } from '@/lib/twitch/eventsub/subscriptions/create-subscription';
import type { PlannedSubscription } from '@/lib/twitch/eventsub/subscriptions/plan';
import type { HelixError } from '@/lib/twitch/helix/helix-error';
import { createFakeTwitchApi } from '@/tests/support/fake-twitch-api';
import { keepaliveFrame, welcomeFrame } from '@/tests/support/frames';
import { type RunningSession, runSession } from '@/tests/support/running-session';

/** Returns the error for a subscription that Helix refuses. */
type Refusal = (planned: PlannedSubscription) => HelixError | null;

/** Runs a session on a fake Helix that creates subscriptions. `refuse` makes it refuse some. */
export function runOnHelix() {
  const running = runSession(() => 0.5);
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
