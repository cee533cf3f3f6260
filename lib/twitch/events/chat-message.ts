import * as z from 'zod/mini';
import {
  broadcaster,
  message,
  sourceBroadcaster,
  text,
  userFields,
  userOf,
  wordsOf,
} from '../payload/schema';
import { isFromElsewhere } from './chat-notices/chat-notification';
import { type Mappers, mapper, type EventParts } from './mapper';

const schema = z.object({
  ...broadcaster,
  ...sourceBroadcaster,
  ...userFields('chatter_user'),
  message,
  message_type: text,
  cheer: z.nullish(z.object({ bits: z.number() })),
});

const POWER_UP = 'power_ups_';

function partsOf({ cheer, message_type, ...event }: z.infer<typeof schema>): EventParts | 'ignored' {
  const viewer = userOf(event, 'chatter_user');
  const said = { message: wordsOf(event.message) };
  if (cheer) return { kind: 'cheer', viewer, detail: { ...said, bits: cheer.bits } };
  if (message_type.startsWith(POWER_UP)) {
    const effect = message_type.slice(POWER_UP.length);
    return { kind: 'power_up', viewer, detail: { ...said, effect, title: null, bits: null } };
  }
  if (message_type === 'channel_points_highlighted') {
    return { kind: 'highlight', viewer, detail: said };
  }
  return 'ignored';
}

/**
 * Cheers, power-ups and highlighted messages. Ordinary chat is neither stored nor shown, and what is
 * written in another channel of a shared chat is not this streamer's.
 */
export const CHAT_MESSAGE_MAPPERS: Mappers = {
  'channel.chat.message': mapper(schema, (event, { streamerId }) =>
    isFromElsewhere(event.source_broadcaster_user_id, streamerId) ? 'ignored' : partsOf(event),
  ),
};
