import type { Person } from '../../world/people/person.ts';
import type { EventShape } from '../event-shape.ts';
import { moment } from '../moments.ts';
import { channelFields, moderatorFields, userFields } from '../user-fields.ts';

export interface BanOptions {
  broadcaster?: Person;
  moderator?: Person;
  user?: Person;
  reason?: string;
  banned_at?: string;
  /** The end of a timeout; null for a permanent ban. */
  ends_at?: string | null;
}

/** Returns the event of `channel.ban`: a ban, or with an end a timeout. */
export function channelBan(options: BanOptions = {}): EventShape {
  const { ends_at = null } = options;
  return {
    ...userFields(options.user),
    ...channelFields(options.broadcaster),
    ...moderatorFields(options.moderator),
    reason: options.reason ?? '',
    banned_at: options.banned_at ?? moment(),
    ends_at,
    is_permanent: ends_at === null,
  };
}

/** Returns the event of `channel.unban`. */
export function channelUnban(options: BanOptions = {}): EventShape {
  return {
    ...userFields(options.user),
    ...channelFields(options.broadcaster),
    ...moderatorFields(options.moderator),
  };
}
