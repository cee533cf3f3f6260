import { VIEWER } from '../../world/people/accounts.ts';
import type { Person } from '../../world/people/person.ts';
import { derivedId } from '../derived-id.ts';
import type { EventShape } from '../event-shape.ts';
import { channelFields, personFields } from '../user-fields.ts';

export interface ChatClearingOptions {
  broadcaster?: Person;
  /** The user whose messages are deleted. */
  target?: Person;
  message_id?: string;
}

/** Returns the event of `channel.chat.clear`. */
export function chatClear(options: ChatClearingOptions = {}): EventShape {
  return channelFields(options.broadcaster);
}

/** Returns the event of `channel.chat.clear_user_messages`, sent after a ban or a timeout. */
export function chatClearUserMessages(options: ChatClearingOptions = {}): EventShape {
  return {
    ...channelFields(options.broadcaster),
    ...personFields('target_user', options.target ?? VIEWER),
  };
}

/** Returns the event of `channel.chat.message_delete`. */
export function chatMessageDelete(options: ChatClearingOptions = {}): EventShape {
  return {
    ...chatClearUserMessages(options),
    message_id: options.message_id ?? derivedId(options),
  };
}
