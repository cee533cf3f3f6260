import type { Person } from '../../world/people/person.ts';
import type { EventShape } from '../event-shape.ts';
import { channelFields, userFields } from '../user-fields.ts';

/** Returns the event of `channel.moderator.add`, `channel.vip.add` and their `.remove`. */
export function teamChange(options: { broadcaster?: Person; user?: Person } = {}): EventShape {
  return { ...userFields(options.user), ...channelFields(options.broadcaster) };
}
