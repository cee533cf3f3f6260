import type { Person } from '../people/person.ts';
import { channelKeys, userKeys } from './people.ts';
import type { EventShape } from './variants.ts';

/** The event of `channel.moderator.add`, `channel.vip.add` and their `.remove`. */
export function teamChange(options: { broadcaster?: Person; user?: Person } = {}): EventShape {
  return { ...userKeys(options.user), ...channelKeys(options.broadcaster) };
}
