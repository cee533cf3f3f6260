import type { Person } from '../../world/people/person.ts';
import { type Fragment, messageBody } from '../chat/message-body.ts';
import { derivedId } from '../derived-id.ts';
import type { EventShape } from '../event-shape.ts';
import { channelFields, moderatorFields, userFields } from '../user-fields.ts';

export interface SuspiciousUserOptions {
  broadcaster?: Person;
  moderator?: Person;
  user?: Person;
  /** `no_treatment`, `active_monitoring` or `restricted`; `none` is documented but never sent. */
  low_trust_status?: string;
  types?: readonly string[];
  ban_evasion_evaluation?: string;
  shared_ban_channel_ids?: readonly string[];
  message?: string | readonly Fragment[];
}

/** Returns the event of `channel.suspicious_user.update`: a moderator marks a viewer. */
export function suspiciousUserUpdate(options: SuspiciousUserOptions = {}): EventShape {
  return {
    ...channelFields(options.broadcaster),
    ...moderatorFields(options.moderator),
    ...userFields(options.user),
    low_trust_status: options.low_trust_status ?? 'active_monitoring',
  };
}

/** Returns the event of `channel.suspicious_user.message`: a marked viewer writes. */
export function suspiciousUserMessage(options: SuspiciousUserOptions = {}): EventShape {
  return {
    ...channelFields(options.broadcaster),
    ...userFields(options.user),
    low_trust_status: options.low_trust_status ?? 'active_monitoring',
    shared_ban_channel_ids: options.shared_ban_channel_ids ?? [],
    types: options.types ?? ['manually_added'],
    ban_evasion_evaluation: options.ban_evasion_evaluation ?? 'unknown',
    message: {
      message_id: derivedId(options),
      ...messageBody(options.message ?? 'is this thing on?'),
    },
  };
}
