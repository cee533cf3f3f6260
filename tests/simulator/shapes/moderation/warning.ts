import type { Person } from '../../world/people/person.ts';
import type { EventShape } from '../event-shape.ts';
import { channelFields, moderatorFields, userFields } from '../user-fields.ts';

export interface WarningOptions {
  broadcaster?: Person;
  moderator?: Person;
  user?: Person;
  reason?: string | null;
  chat_rules_cited?: readonly string[] | null;
}

/** Returns the event of `channel.warning.send`. */
export function warningSend(options: WarningOptions = {}): EventShape {
  return {
    ...channelFields(options.broadcaster),
    ...moderatorFields(options.moderator),
    ...userFields(options.user),
    reason: options.reason === undefined ? 'Please, no spoilers' : options.reason,
    chat_rules_cited: options.chat_rules_cited ?? null,
  };
}

/** Returns the event of `channel.warning.acknowledge`. */
export function warningAcknowledge(options: WarningOptions = {}): EventShape {
  return { ...channelFields(options.broadcaster), ...userFields(options.user) };
}
