import { createRandom } from '../../simulator/core/random.ts';
import { createFrames } from '../../simulator/eventsub/frames.ts';
import type { Subscription } from '../../simulator/eventsub/subscriptions.ts';
import { evening } from '../../simulator/scenario/evening.ts';
import { moveTimes } from '../../simulator/scenario/move-times.ts';
import { STREAMER } from '../../simulator/world/people/accounts.ts';

const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;

/** When the evenings begin, in milliseconds since 1970, and how far apart. */
export interface Evenings {
  first: number;
  every: number;
}

const ONE_A_DAY: Evenings = { first: Date.UTC(2026, 0, 1, 18), every: DAY };

function subscriptionTo(type: string): Subscription {
  return {
    id: 'a4bbd6d4-1b1c-4f0e-9f3c-0d9c3a4b5c6d',
    type,
    version: '1',
    condition: { broadcaster_user_id: STREAMER.id, user_id: 'bench' },
    status: 'enabled',
    cost: 0,
    createdAt: ONE_A_DAY.first,
    sessionId: 'bench',
    connectedAt: ONE_A_DAY.first,
    tokenValue: '',
    clientId: '',
    userId: 'bench',
    disabledAt: null,
  };
}

/** A notification: the text of its frame, and what is in it. */
export interface EveningFrame {
  type: string;
  event: Readonly<Record<string, unknown>>;
  text: string;
}

/**
 * Yields the frames of the simulator's evenings as Twitch would send them, without the begin and the
 * end of the broadcasts: one evening after another, without end. Each seed has events of its own.
 */
export function* eveningFrames(
  seed: number,
  { first, every }: Evenings = ONE_A_DAY,
): Generator<EveningFrame> {
  const random = createRandom(seed);
  let now = first;
  const { notification, messageId } = createFrames({ clock: { now: () => now }, random });
  for (let number = 0; ; number += 1) {
    const startedAt = first + number * every;
    for (const { atSeconds, step } of evening(seed * 10_000 + number)) {
      if (step.kind !== 'event') continue;
      const { type, event } = step.publication;
      now = startedAt + atSeconds * SECOND;
      const payload = moveTimes(event, { startedAt, speed: 1 });
      const text = notification(subscriptionTo(type), payload, { id: messageId() });
      yield { type, event, text };
    }
  }
}
