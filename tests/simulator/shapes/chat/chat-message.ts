import { STREAMER, VIEWER } from '../../world/people/accounts.ts';
import type { Person } from '../../world/people/person.ts';
import { derivedId } from '../derived-id.ts';
import type { EventShape } from '../event-shape.ts';
import { personFields } from '../user-fields.ts';
import { cheerFragments, type Fragment, messageBody } from './message-body.ts';
import { type Badge, sourceFields } from './shared-chat.ts';

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
  /** Makes the message a cheer with that many bits; a cheermote is put in front. */
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
    ...personFields('parent_user', author),
    thread_message_id: id,
    ...personFields('thread_user', author),
  };
}

function bodyOf({ message = 'hello', bits }: ChatMessageOptions) {
  if (bits === undefined || typeof message !== 'string') return messageBody(message);
  return messageBody(cheerFragments(bits, message));
}

const DEFAULTS = {
  broadcaster: STREAMER,
  chatter: VIEWER,
  badges: [],
  color: '#8A2BE2',
  message_type: 'text',
  source: null,
  channel_points_custom_reward_id: null,
  channel_points_animation_id: null,
};

/** Returns the event of `channel.chat.message`: a plain one, a cheer or a reply. */
export function chatMessage(options: ChatMessageOptions = {}): EventShape {
  const { message_id = derivedId(options), ...given } = options;
  const { badges, source, ...settings } = { ...DEFAULTS, ...given };
  const fromSource = sourceFields(source, message_id, badges);
  return {
    ...personFields('broadcaster_user', settings.broadcaster),
    ...personFields('source_broadcaster_user', source),
    ...personFields('chatter_user', settings.chatter),
    message_id,
    source_message_id: fromSource.source_message_id,
    is_source_only: options.is_source_only ?? fromSource.is_source_only,
    message: bodyOf(options),
    color: settings.color,
    badges,
    source_badges: fromSource.source_badges,
    message_type: settings.message_type,
    cheer: options.bits === undefined ? null : { bits: options.bits },
    reply: options.replyTo ? replyTo(options.replyTo) : null,
    channel_points_custom_reward_id: settings.channel_points_custom_reward_id,
    channel_points_animation_id: settings.channel_points_animation_id,
  };
}
