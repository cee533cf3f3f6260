import { STREAMER } from '../../world/people/accounts.ts';
import type { Person } from '../../world/people/person.ts';
import type { EventShape } from '../event-shape.ts';
import { moment } from '../moments.ts';
import { channelKeys, named } from '../user-fields.ts';

export interface AdBreakOptions {
  broadcaster?: Person;
  requester?: Person;
  duration_seconds?: number;
  is_automatic?: boolean;
  started_at?: string;
  /** Number and boolean as texts, as Twitch's own example has them. */
  isInTexts?: boolean;
}

/** The event of `channel.ad_break.begin`. */
export function adBreakBegin(options: AdBreakOptions = {}): EventShape {
  const { broadcaster = STREAMER, duration_seconds = 90, is_automatic = false } = options;
  return {
    duration_seconds: options.isInTexts ? String(duration_seconds) : duration_seconds,
    started_at: options.started_at ?? moment(),
    is_automatic: options.isInTexts ? String(is_automatic) : is_automatic,
    ...channelKeys(broadcaster),
    ...named('requester_user', options.requester ?? broadcaster),
  };
}
