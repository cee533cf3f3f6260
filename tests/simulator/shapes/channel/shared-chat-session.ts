import { OTHER_STREAMER, STREAMER } from '../../world/people/accounts.ts';
import type { Person } from '../../world/people/person.ts';
import type { EventShape } from '../event-shape.ts';
import { channelFields, personFields } from '../user-fields.ts';

export interface SharedChatOptions {
  session_id?: string;
  broadcaster?: Person;
  host?: Person;
  /** All channels of the session, including the host's. */
  participants?: readonly Person[];
}

/** Returns the event of `channel.shared_chat.end`, which has no participants. */
export function sharedChatEnd(options: SharedChatOptions = {}): EventShape {
  return {
    session_id: options.session_id ?? '2b64a92a-dbb8-424e-b1c3-304423ba1b6f',
    ...channelFields(options.broadcaster),
    ...personFields('host_broadcaster_user', options.host ?? STREAMER),
  };
}

/** Returns the event of `channel.shared_chat.begin` and `.update`. */
export function sharedChat(options: SharedChatOptions = {}): EventShape {
  const { participants = [STREAMER, OTHER_STREAMER] } = options;
  return {
    ...sharedChatEnd(options),
    participants: participants.map((participant) => channelFields(participant)),
  };
}
