import * as z from 'zod/mini';
import { broadcaster, needed, text } from '../payload/fields';
import { fragmentedMessage, textWithoutCheermotes } from '../payload/message-text';
import { isFromOtherChannel, sourceBroadcaster } from '../payload/shared-chat-source';
import { userFields, userOf } from '../payload/users';
import { type EventParts, type Mappers, mapper } from './mapper';

const schema = z.object({
  ...broadcaster,
  ...sourceBroadcaster,
  ...userFields('chatter_user'),
  message: fragmentedMessage,
  message_type: text,
  cheer: z.optional(z.unknown()),
});

const cheerSchema = z.object({ bits: needed.count });

const POWER_UP_PREFIX = 'power_ups_';

function read({
  cheer,
  message_type,
  ...event
}: z.infer<typeof schema>): EventParts | 'ignored' | null {
  const viewer = userOf(event, 'chatter_user');
  const message = textWithoutCheermotes(event.message);
  if (cheer) {
    const { success, data } = z.safeParse(cheerSchema, cheer);
    return success ? { kind: 'cheer', viewer, detail: { message, bits: data.bits } } : null;
  }
  if (message_type.startsWith(POWER_UP_PREFIX)) {
    const effect = message_type.slice(POWER_UP_PREFIX.length);
    return { kind: 'power_up', viewer, detail: { message, effect, title: null, bits: null } };
  }
  if (message_type === 'channel_points_highlighted') {
    return { kind: 'highlight', viewer, detail: { message } };
  }
  return 'ignored';
}

/**
 * Mapper of cheers, power-ups and highlighted messages in the streamer's own chat. It ignores every
 * other chat message. A cheer is no chat notice: https://github.com/twitchdev/issues/issues/911
 */
export const CHAT_MESSAGE_MAPPERS: Mappers = {
  'channel.chat.message': mapper(schema, (event, { streamerId }) =>
    isFromOtherChannel(event.source_broadcaster_user_id, streamerId) ? 'ignored' : read(event),
  ),
};
