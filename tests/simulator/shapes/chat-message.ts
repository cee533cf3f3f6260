import { STREAMER, VIEWER } from '../people/accounts.ts';
import type { Person } from '../people/person.ts';
import { type Badge, derivedId } from './chat-notification.ts';
import { cheermoteFragment, type Fragment, messageBody, textFragment } from './message-body.ts';
import { named } from './people.ts';
import type { EventShape } from './variants.ts';

/** The message that a reply answers. */
export interface Parent {
  id: string;
  text: string;
  author: Person;
}

export interface ChatMessageOptions {
  broadcaster?: Person;
  chatter?: Person;
  message?: string | readonly Fragment[];
  message_id?: string;
  message_type?: string;
  badges?: readonly Badge[];
  color?: string;
  /** Makes the message a cheer of that many bits, with a cheermote in front. */
  bits?: number;
  replyTo?: Parent;
  channel_points_custom_reward_id?: string | null;
  channel_points_animation_id?: string | null;
  source?: Person;
  is_source_only?: boolean | null;
}

function replyTo({ id, text, author }: Parent): EventShape {
  return {
    parent_message_id: id,
    parent_message_body: text,
    ...named('parent_user', author),
    thread_message_id: id,
    ...named('thread_user', author),
  };
}

function bodyOf({ message = 'hello', bits }: ChatMessageOptions) {
  if (bits === undefined || typeof message !== 'string') return messageBody(message);
  const cheermote = cheermoteFragment(`Cheer${bits}`, bits);
  return messageBody(message === '' ? [cheermote] : [cheermote, textFragment(` ${message}`)]);
}

/** The event of `channel.chat.message`: a plain one, a cheer or a reply. */
export function chatMessage(options: ChatMessageOptions = {}): EventShape {
  const { badges = [], bits, source = null, message_id = derivedId(options) } = options;
  return {
    ...named('broadcaster_user', options.broadcaster ?? STREAMER),
    ...named('source_broadcaster_user', source),
    ...named('chatter_user', options.chatter ?? VIEWER),
    message_id,
    source_message_id: source ? derivedId({ source: message_id }) : null,
    is_source_only: options.is_source_only ?? (source ? false : null),
    message: bodyOf(options),
    color: options.color ?? '#8A2BE2',
    badges,
    source_badges: source ? badges : null,
    message_type: options.message_type ?? 'text',
    cheer: bits === undefined ? null : { bits },
    reply: options.replyTo ? replyTo(options.replyTo) : null,
    channel_points_custom_reward_id: options.channel_points_custom_reward_id ?? null,
    channel_points_animation_id: options.channel_points_animation_id ?? null,
  };
}
