import type { StreamEvent } from '@/lib/domain/event/event';
import { toEvent } from '@/lib/twitch/events/to-event';
import { parseFrame } from '@/lib/twitch/eventsub/socket/frame';
import { isFromPlannedSource, makePlan } from '@/lib/twitch/eventsub/subscriptions/plan';
import { STREAMER } from '@/tests/simulator/world/people/accounts';
import { aPlanRequest } from '@/tests/support/builders/plan-request';
import { eveningFrames } from '../frames';

/** The streamer of all events. */
export const STREAMER_ID = STREAMER.id;

/** What a moderator receives: most kinds, follows among them. */
const PLAN = makePlan(
  aPlanRequest({
    streamerId: STREAMER.id,
    role: 'moderator',
    scopes: ['user:read:chat', 'moderator:read:followers', 'moderator:read:shoutouts'],
  }),
);

/**
 * Returns the event of a frame, in the same way as the listener of a streamer does; `null` if it is
 * not recorded.
 */
export function eventOfFrame(text: string): StreamEvent | null {
  const parsed = parseFrame(text);
  if (!parsed.ok || parsed.frame.kind !== 'notification') return null;
  const event = toEvent(parsed.frame.notification, {
    streamerId: STREAMER.id,
    streamerName: STREAMER.name,
    channelInfo: null,
    live: null,
    now: Date.now(),
  });
  return event !== null && isFromPlannedSource(PLAN, event) ? event : null;
}

/** Returns so many frames whose events are recorded. */
export function recordedFrames(count: number, seed: number): string[] {
  return eveningFrames(seed)
    .map(({ text }) => text)
    .filter((text) => eventOfFrame(text) !== null)
    .take(count)
    .toArray();
}

/** Returns so many events that are recorded. */
export function recordedEvents(count: number, seed: number): StreamEvent[] {
  return recordedFrames(count, seed).flatMap((text) => eventOfFrame(text) ?? []);
}
