import { STREAMER } from '../../world/people/accounts.ts';
import type { Person } from '../../world/people/person.ts';
import type { EventShape } from '../event-shape.ts';
import { moment } from '../moments.ts';
import { channelFields, personFields } from '../user-fields.ts';

export interface AdBreakOptions {
  broadcaster?: Person;
  requester?: Person;
  duration_seconds?: number;
  is_automatic?: boolean;
  started_at?: string;
  /** True to send number and boolean as texts, like the example in Twitch's documentation. */
  isInTexts?: boolean;
}

/** Returns the event of `channel.ad_break.begin`. */
export function adBreakBegin(options: AdBreakOptions = {}): EventShape {
  const { broadcaster = STREAMER, duration_seconds = 90, is_automatic = false } = options;
  return {
    duration_seconds: options.isInTexts ? String(duration_seconds) : duration_seconds,
    started_at: options.started_at ?? moment(),
    is_automatic: options.isInTexts ? String(is_automatic) : is_automatic,
    ...channelFields(broadcaster),
    ...personFields('requester_user', options.requester ?? broadcaster),
  };
}
