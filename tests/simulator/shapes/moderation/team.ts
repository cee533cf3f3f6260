import type { Person } from '../../world/people/person.ts';
import type { EventShape } from '../event-shape.ts';
import { channelKeys, userKeys } from '../user-fields.ts';

/** The event of `channel.moderator.add`, `channel.vip.add` and their `.remove`. */
export function teamChange(options: { broadcaster?: Person; user?: Person } = {}): EventShape {
  return { ...userKeys(options.user), ...channelKeys(options.broadcaster) };
}
