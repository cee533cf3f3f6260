import { OTHER_STREAMER, STREAMER } from '../../world/people/accounts.ts';
import type { Person } from '../../world/people/person.ts';
import type { EventShape } from '../event-shape.ts';
import { channelKeys, named } from '../user-fields.ts';

export interface SharedChatOptions {
  session_id?: string;
  broadcaster?: Person;
  host?: Person;
  /** Every channel of the session, the host's included. */
  participants?: readonly Person[];
}

/** The event of `channel.shared_chat.end`, which no longer names the participants. */
export function sharedChatEnd(options: SharedChatOptions = {}): EventShape {
  return {
    session_id: options.session_id ?? '2b64a92a-dbb8-424e-b1c3-304423ba1b6f',
    ...channelKeys(options.broadcaster),
    ...named('host_broadcaster_user', options.host ?? STREAMER),
  };
}

/** The event of `channel.shared_chat.begin` and `.update`. */
export function sharedChat(options: SharedChatOptions = {}): EventShape {
  const { participants = [STREAMER, OTHER_STREAMER] } = options;
  return {
    ...sharedChatEnd(options),
    participants: participants.map((participant) => channelKeys(participant)),
  };
}
