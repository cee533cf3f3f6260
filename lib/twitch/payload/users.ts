import type { User } from '@/lib/domain/event/user';
import { maybeText } from './fields';

type UserKey<Prefix extends string> = `${Prefix}_${'id' | 'login' | 'name'}`;

/** Returns the schemas of a user's three fields: `<prefix>_id`, `<prefix>_login`, `<prefix>_name`. */
export function userFields<Prefix extends string>(prefix: Prefix) {
  const keys = { [`${prefix}_id`]: maybeText, [`${prefix}_login`]: maybeText };
  return { ...keys, [`${prefix}_name`]: maybeText } as Record<UserKey<Prefix>, typeof maybeText>;
}

/** Returns the user in the fields with this prefix, or `null` if all three are missing. */
export function userOf<Prefix extends string>(
  event: Record<UserKey<Prefix>, string | null>,
  prefix: Prefix,
): User | null {
  const user = userOrUnknown(event, prefix);
  return user.id === null && user.login === null && user.name === null ? null : user;
}

/** Returns the user in the fields with this prefix. Its members are `null` if Twitch hides them. */
export function userOrUnknown<Prefix extends string>(
  event: Record<UserKey<Prefix>, string | null>,
  prefix: Prefix,
): User {
  return {
    id: event[`${prefix}_id`],
    login: event[`${prefix}_login`],
    name: event[`${prefix}_name`],
  };
}
