import type { ApiClient } from '@twurple/api';
import { getRawData } from '@twurple/common';
import * as z from 'zod/mini';
import type { User } from '@/lib/domain/event/user';

/** Somebody who follows a channel. */
export interface Follower {
  person: User & { id: string };
  /** Milliseconds since 1970, in whole seconds. */
  followedAt: number;
}

/** A raid of bots can bring more in a minute than anybody wants to read. */
const FOUND_AT_MOST = 1000;

const followerSchema = z.object({
  user_id: z.string(),
  user_login: z.string(),
  user_name: z.string(),
  followed_at: z.string(),
});

/**
 * Who has followed a channel since a time in milliseconds, newest first, a thousand at most. Nobody
 * for a token that may not see names.
 */
export async function followersSince(
  client: ApiClient,
  streamerId: string,
  since: number,
): Promise<Follower[]> {
  const found: Follower[] = [];
  // Helix tells the newest first, so those of before end the search.
  for await (const row of client.channels.getChannelFollowersPaginated(streamerId)) {
    const raw = followerSchema.parse(getRawData(row));
    const followedAt = Date.parse(raw.followed_at);
    if (followedAt < since || found.length === FOUND_AT_MOST) break;
    const person = { id: raw.user_id, login: raw.user_login, name: raw.user_name };
    found.push({ person, followedAt });
  }
  return found;
}
