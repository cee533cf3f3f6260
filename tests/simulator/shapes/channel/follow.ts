import type { Person } from '../../world/people/person.ts';
import type { EventShape } from '../event-shape.ts';
import { moment } from '../moments.ts';
import { channelKeys, userKeys } from '../user-fields.ts';

export interface ChannelFollowOptions {
  broadcaster?: Person;
  user?: Person;
  followed_at?: string;
}

/** The event of `channel.follow` version 2. */
export function channelFollow(options: ChannelFollowOptions = {}): EventShape {
  return {
    ...userKeys(options.user),
    ...channelKeys(options.broadcaster),
    followed_at: options.followed_at ?? moment(),
  };
}
