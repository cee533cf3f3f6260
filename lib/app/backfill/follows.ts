import { followKey } from '@/lib/domain/event/natural-key';
import { SECOND } from '@/lib/time';
import { type BackfillResult, backfilledEvent, NO_RESULT } from './backfilled-event';
import type { BackfillRequest } from './source';

/** Looks up new followers. Throws a `HelixError`. */
export async function backfillFollows({
  streamer,
  api,
  clock,
  since,
}: BackfillRequest): Promise<BackfillResult> {
  if (since === null) return NO_RESULT;
  // Helix returns the time of a follow in whole seconds.
  const followers = await api.followersSince(streamer.id, since - (since % SECOND));
  const now = clock.now();
  const events = followers.map(({ user: person, followedAt }) =>
    backfilledEvent(streamer, now, {
      kind: 'follow',
      sourceType: 'channel.follow',
      naturalKey: followKey(person.id, followedAt),
      viewer: person,
      at: followedAt,
      detail: {},
    }),
  );
  return { events: events.toReversed(), state: {} };
}
