import type { Person } from '../../world/people/person.ts';
import type { EventShape } from '../event-shape.ts';
import { moment } from '../moments.ts';
import { channelKeys, moderatorKeys } from '../user-fields.ts';

export interface ShieldModeOptions {
  broadcaster?: Person;
  moderator?: Person;
  /** When it began, or ended. */
  at?: string;
}

/** The event of `channel.shield_mode.begin` and `.end`. */
export function shieldMode(phase: 'begin' | 'end', options: ShieldModeOptions = {}): EventShape {
  return {
    ...channelKeys(options.broadcaster),
    ...moderatorKeys(options.moderator),
    [phase === 'begin' ? 'started_at' : 'ended_at']: options.at ?? moment(),
  };
}
