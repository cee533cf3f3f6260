import type { Person } from '../../world/people/person.ts';
import type { EventShape } from '../event-shape.ts';
import { moment } from '../moments.ts';
import { channelFields, userFields } from '../user-fields.ts';

export interface ChannelFollowOptions {
  broadcaster?: Person;
  user?: Person;
  followed_at?: string;
}

/** Returns the event of `channel.follow` version 2. */
export function channelFollow(options: ChannelFollowOptions = {}): EventShape {
  return {
    ...userFields(options.user),
    ...channelFields(options.broadcaster),
    followed_at: options.followed_at ?? moment(),
  };
}
