import type { Person } from '../../world/people/person.ts';
import type { EventShape } from '../event-shape.ts';
import { moment } from '../moments.ts';
import { channelFields, moderatorFields } from '../user-fields.ts';

export interface ShieldModeOptions {
  broadcaster?: Person;
  moderator?: Person;
  /** The time of the start or the end. */
  at?: string;
}

/** Returns the event of `channel.shield_mode.begin` and `.end`. */
export function shieldMode(phase: 'begin' | 'end', options: ShieldModeOptions = {}): EventShape {
  return {
    ...channelFields(options.broadcaster),
    ...moderatorFields(options.moderator),
    [phase === 'begin' ? 'started_at' : 'ended_at']: options.at ?? moment(),
  };
}
