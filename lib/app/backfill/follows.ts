import { followKey } from '@/lib/domain/event/natural-key';
import { SECOND } from '@/lib/time';
import { type Finding, foundEvent, NOTHING_FOUND } from './backfilled-event';
import type { Search } from './source';

/** Looks for new followers. Throws a `HelixError`. */
export async function findFollows({ streamer, api, clock, since }: Search): Promise<Finding> {
  if (since === null) return NOTHING_FOUND;
  // Helix knows whole seconds only.
  const followers = await api.followersSince(streamer.id, since - (since % SECOND));
  const now = clock.now();
  const events = followers.map(({ person, followedAt }) =>
    foundEvent(streamer, now, {
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
