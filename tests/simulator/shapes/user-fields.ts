import { MODERATOR, STREAMER, VIEWER } from '../world/people/accounts.ts';
import type { Person } from '../world/people/person.ts';

type Names = Record<string, string | null>;

/** The three keys in which EventSub names somebody, with a prefix for the part they play. */
export function named(prefix: string, person: Person | null): Names {
  return {
    [`${prefix}_id`]: person?.id ?? null,
    [`${prefix}_login`]: person?.login ?? null,
    [`${prefix}_name`]: person?.name ?? null,
  };
}

/** The channel that an event is about. */
export function channelKeys(broadcaster: Person = STREAMER): Names {
  return named('broadcaster_user', broadcaster);
}

/** The viewer who acts, or whom it concerns; null for an anonymous one. */
export function userKeys(user: Person | null = VIEWER): Names {
  return named('user', user);
}

/** Who of the channel's team did it. */
export function moderatorKeys(moderator: Person | null = MODERATOR): Names {
  return named('moderator_user', moderator);
}
