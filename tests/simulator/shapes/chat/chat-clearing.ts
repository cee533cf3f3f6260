import { VIEWER } from '../../world/people/accounts.ts';
import type { Person } from '../../world/people/person.ts';
import type { EventShape } from '../event-shape.ts';
import { channelKeys, named } from '../user-fields.ts';
import { derivedId } from './shared-chat.ts';

export interface ChatClearingOptions {
  broadcaster?: Person;
  /** Whose messages go. */
  target?: Person;
  message_id?: string;
}

/** The event of `channel.chat.clear`. */
export function chatClear(options: ChatClearingOptions = {}): EventShape {
  return channelKeys(options.broadcaster);
}

/** The event of `channel.chat.clear_user_messages`: all that chat learns of a ban or a timeout. */
export function chatClearUserMessages(options: ChatClearingOptions = {}): EventShape {
  return {
    ...channelKeys(options.broadcaster),
    ...named('target_user', options.target ?? VIEWER),
  };
}

/** The event of `channel.chat.message_delete`. */
export function chatMessageDelete(options: ChatClearingOptions = {}): EventShape {
  return {
    ...chatClearUserMessages(options),
    message_id: options.message_id ?? derivedId(options),
  };
}
