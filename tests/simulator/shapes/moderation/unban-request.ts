import type { Person } from '../../world/people/person.ts';
import type { EventShape } from '../event-shape.ts';
import { moment } from '../moments.ts';
import { channelFields, moderatorFields, personFields, userFields } from '../user-fields.ts';

export interface UnbanRequestOptions {
  id?: string;
  broadcaster?: Person;
  /** The moderator who decided; null if no moderator did. */
  moderator?: Person | null;
  user?: Person;
  text?: string;
  created_at?: string;
  resolution_text?: string | null;
  status?: 'approved' | 'canceled' | 'denied';
  /** Twitch's documentation has two prefixes for the moderator's keys. */
  moderatorPrefix?: 'moderator_user' | 'moderator';
}

const AN_ID = '60a5a5ea-6f2e-4f30-9c4d-1d3f5c4f1b02';

/** Returns the event of `channel.unban_request.create`. */
export function unbanRequestCreate(options: UnbanRequestOptions = {}): EventShape {
  return {
    id: options.id ?? AN_ID,
    ...channelFields(options.broadcaster),
    ...userFields(options.user),
    text: options.text ?? 'I am sorry, it will not happen again.',
    created_at: options.created_at ?? moment(),
  };
}

/** Returns the event of `channel.unban_request.resolve`. */
export function unbanRequestResolve(options: UnbanRequestOptions = {}): EventShape {
  const { moderator, moderatorPrefix = 'moderator_user' } = options;
  const decider =
    moderatorPrefix === 'moderator' && moderator
      ? personFields('moderator', moderator)
      : moderatorFields(moderator);
  return {
    id: options.id ?? AN_ID,
    ...channelFields(options.broadcaster),
    ...decider,
    ...userFields(options.user),
    resolution_text: options.resolution_text ?? null,
    status: options.status ?? 'approved',
  };
}
