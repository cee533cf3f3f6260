import { OTHER_STREAMER } from '../../world/people/accounts.ts';
import type { Person } from '../../world/people/person.ts';
import type { EventShape } from '../event-shape.ts';
import { moment } from '../moments.ts';
import { channelFields, moderatorFields, personFields } from '../user-fields.ts';

export interface ShoutoutOptions {
  broadcaster?: Person;
  moderator?: Person;
  /** The other channel: the recommended one, or the one that recommends. */
  other?: Person;
  viewer_count?: number;
  started_at?: string;
}

const COOLDOWN_MS = 2 * 60 * 1_000;
const TARGET_COOLDOWN_MS = 60 * 60 * 1_000;

function later(time: string, milliseconds: number): string {
  return new Date(Date.parse(time) + milliseconds).toISOString();
}

/** Returns the event of `channel.shoutout.create`: the channel recommends another one. */
export function shoutoutCreate(options: ShoutoutOptions = {}): EventShape {
  const { started_at = moment() } = options;
  return {
    ...channelFields(options.broadcaster),
    ...personFields('to_broadcaster_user', options.other ?? OTHER_STREAMER),
    ...moderatorFields(options.moderator),
    viewer_count: options.viewer_count ?? 860,
    started_at,
    cooldown_ends_at: later(started_at, COOLDOWN_MS),
    target_cooldown_ends_at: later(started_at, TARGET_COOLDOWN_MS),
  };
}

/** Returns the event of `channel.shoutout.receive`: another channel recommends this one. */
export function shoutoutReceive(options: ShoutoutOptions = {}): EventShape {
  return {
    ...channelFields(options.broadcaster),
    ...personFields('from_broadcaster_user', options.other ?? OTHER_STREAMER),
    viewer_count: options.viewer_count ?? 215,
    started_at: options.started_at ?? moment(),
  };
}
