import type { Person } from '../../world/people/person.ts';
import { type Fragment, messageBody } from '../chat/message-body.ts';
import { derivedId } from '../derived-id.ts';
import type { EventShape } from '../event-shape.ts';
import { moment } from '../moments.ts';
import { channelFields, moderatorFields, userFields } from '../user-fields.ts';

export interface HeldMessageOptions {
  broadcaster?: Person;
  user?: Person;
  moderator?: Person;
  message?: string | readonly Fragment[];
  message_id?: string;
  category?: string;
  level?: number;
  status?: 'Approved' | 'Denied' | 'Expired';
  held_at?: string;
}

/** Returns the event of `automod.message.hold` version 2. */
export function automodHold(options: HeldMessageOptions = {}): EventShape {
  const body = messageBody(options.message ?? 'you absolute parsnip');
  const boundaries = [{ start_pos: 0, end_pos: Math.max(0, body.text.length - 1) }];
  return {
    ...channelFields(options.broadcaster),
    ...userFields(options.user),
    message_id: options.message_id ?? derivedId(options),
    message: body,
    reason: 'automod',
    automod: { category: options.category ?? 'aggressive', level: options.level ?? 2, boundaries },
    blocked_term: null,
    held_at: options.held_at ?? moment(),
  };
}

/** Returns the event of `automod.message.update` version 2: a moderator decided. */
export function automodUpdate(options: HeldMessageOptions = {}): EventShape {
  return {
    ...automodHold(options),
    ...moderatorFields(options.moderator),
    status: options.status ?? 'Approved',
  };
}

export interface AutomodChangeOptions {
  broadcaster?: Person;
  moderator?: Person;
}

const LEVELS = [
  'bullying',
  'disability',
  'race_ethnicity_or_religion',
  'misogyny',
  'sexuality_sex_or_gender',
  'aggression',
  'sex_based_terms',
  'swearing',
];

/** Returns the event of `automod.settings.update`; `overall_level` null means separate levels. */
export function automodSettings(
  options: AutomodChangeOptions & { overall_level?: number | null } = {},
): EventShape {
  const { overall_level = 2 } = options;
  return {
    ...channelFields(options.broadcaster),
    ...moderatorFields(options.moderator),
    overall_level,
    ...Object.fromEntries(LEVELS.map((name) => [name, overall_level ?? 1])),
  };
}

/** Returns the event of `automod.terms.update`. */
export function automodTerms(
  options: AutomodChangeOptions & { action?: string; terms?: readonly string[] } = {},
): EventShape {
  return {
    ...channelFields(options.broadcaster),
    ...moderatorFields(options.moderator),
    action: options.action ?? 'add_blocked',
    from_automod: false,
    terms: options.terms ?? ['spoiler'],
  };
}
