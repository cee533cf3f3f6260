import { MODERATOR, STREAMER, VIEWER } from '../world/people/accounts.ts';
import type { Person } from '../world/people/person.ts';

type UserFields = Record<string, string | null>;

/** Returns the three fields of EventSub for a user; the prefix contains the user's part. */
export function personFields(prefix: string, person: Person | null): UserFields {
  return {
    [`${prefix}_id`]: person?.id ?? null,
    [`${prefix}_login`]: person?.login ?? null,
    [`${prefix}_name`]: person?.name ?? null,
  };
}

/** Returns the fields of the channel that an event is about. */
export function channelFields(broadcaster: Person = STREAMER): UserFields {
  return personFields('broadcaster_user', broadcaster);
}

/** Returns the fields of the event's user; null for an anonymous user. */
export function userFields(user: Person | null = VIEWER): UserFields {
  return personFields('user', user);
}

/** Returns the fields of the moderator who acted. */
export function moderatorFields(moderator: Person | null = MODERATOR): UserFields {
  return personFields('moderator_user', moderator);
}
