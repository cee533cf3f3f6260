import * as z from 'zod/mini';
import type { User } from '@/lib/domain/event/user';
import type { HelixClient } from './client';
import { parseRow } from './parse-row';

/** A user who follows a channel. */
export interface Follower {
  user: User & { id: string };
  /** Milliseconds since 1970, in whole seconds. */
  followedAt: number;
}

/** A raid of bots can bring more in a minute than a viewer wants to read. */
const MAX_FOLLOWERS = 1000;

const followerSchema = z.object({
  user_id: z.string(),
  user_login: z.string(),
  user_name: z.string(),
  followed_at: z.string(),
});

/**
 * Returns the users who have followed a channel since a time in milliseconds, newest first, at most
 * a thousand. Returns none for a token that may not see names: Helix then returns only the total.
 * See https://dev.twitch.tv/docs/api/reference/#get-channel-followers
 */
export async function readFollowersSince(
  client: HelixClient,
  streamerId: string,
  since: number,
): Promise<Follower[]> {
  const followers: Follower[] = [];
  // Helix lists the newest first, so the first older one ends the search.
  for await (const row of client.channels.getChannelFollowersPaginated(streamerId)) {
    const raw = parseRow(followerSchema, row);
    const followedAt = Date.parse(raw.followed_at);
    if (followedAt < since || followers.length === MAX_FOLLOWERS) break;
    const user = { id: raw.user_id, login: raw.user_login, name: raw.user_name };
    followers.push({ user, followedAt });
  }
  return followers;
}
