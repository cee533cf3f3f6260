import * as z from 'zod/mini';
import { isoSeconds } from '../../core/clock.ts';
import { ACCOUNTS } from '../people/accounts.ts';
import { type StoreEvent, text } from './record.ts';

export interface Follower {
  user_id: string;
  user_login: string;
  user_name: string;
  followed_at: string;
}

const DAY_MS = 24 * 60 * 60 * 1_000;

const schema = z.object({
  broadcaster_user_id: text,
  user_id: text,
  user_login: text,
  user_name: text,
  followed_at: text,
});

/** Returns the followers at the start; they followed on different days. */
function firstFollowers(channelId: string, now: number): Follower[] {
  return ACCOUNTS.filter(({ follows }) => follows.includes(channelId)).map(
    ({ id, login, name }, index) => ({
      user_id: id,
      user_login: login,
      user_name: name,
      followed_at: isoSeconds(now - (index + 1) * DAY_MS),
    }),
  );
}

const newestFirst = (left: Follower, right: Follower) =>
  Date.parse(right.followed_at) - Date.parse(left.followed_at);

/** Stores the followers of each channel. */
export function createFollowers(now: number) {
  const changed = new Map<string, Follower[]>();
  const followersOf = (channelId: string) =>
    changed.get(channelId) ?? firstFollowers(channelId, now);

  const store: StoreEvent = (_type, event) => {
    const parsed = schema.safeParse(event);
    if (!parsed.success) return false;
    const { broadcaster_user_id: channelId, ...follower } = parsed.data;
    const others = followersOf(channelId).filter(({ user_id }) => user_id !== follower.user_id);
    changed.set(channelId, [follower, ...others].toSorted(newestFirst));
    return true;
  };

  return { store, ofChannel: followersOf };
}
