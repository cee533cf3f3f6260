import type { Person } from '../../world/people/person.ts';
import type { EventShape } from '../event-shape.ts';
import { moment } from '../moments.ts';
import { channelKeys, moderatorKeys, userKeys } from '../user-fields.ts';

export interface BanOptions {
  broadcaster?: Person;
  moderator?: Person;
  user?: Person;
  reason?: string;
  banned_at?: string;
  /** The end of a timeout; without one the ban is for good. */
  ends_at?: string | null;
}

/** The event of `channel.ban`: a ban, or a timeout when it has an end. */
export function channelBan(options: BanOptions = {}): EventShape {
  const { ends_at = null } = options;
  return {
    ...userKeys(options.user),
    ...channelKeys(options.broadcaster),
    ...moderatorKeys(options.moderator),
    reason: options.reason ?? '',
    banned_at: options.banned_at ?? moment(),
    ends_at,
    is_permanent: ends_at === null,
  };
}

/** The event of `channel.unban`. */
export function channelUnban(options: BanOptions = {}): EventShape {
  return {
    ...userKeys(options.user),
    ...channelKeys(options.broadcaster),
    ...moderatorKeys(options.moderator),
  };
}
