import type { Person } from '../../world/people/person.ts';
import type { EventShape } from '../event-shape.ts';
import { channelFields } from '../user-fields.ts';

export interface ChatSettingsOptions {
  broadcaster?: Person;
  emote_mode?: boolean;
  /** The time that a user must have followed; null while the mode is off. */
  follower_mode_duration_minutes?: number | null;
  /** The minimum time between two messages; null while the mode is off. */
  slow_mode_wait_time_seconds?: number | null;
  subscriber_mode?: boolean;
  unique_chat_mode?: boolean;
}

/** Returns the event of `channel.chat_settings.update`: the complete new settings. */
export function chatSettingsUpdate(options: ChatSettingsOptions = {}): EventShape {
  const { follower_mode_duration_minutes = null, slow_mode_wait_time_seconds = null } = options;
  return {
    ...channelFields(options.broadcaster),
    emote_mode: options.emote_mode ?? false,
    follower_mode: follower_mode_duration_minutes !== null,
    follower_mode_duration_minutes,
    slow_mode: slow_mode_wait_time_seconds !== null,
    slow_mode_wait_time_seconds,
    subscriber_mode: options.subscriber_mode ?? false,
    unique_chat_mode: options.unique_chat_mode ?? false,
  };
}
