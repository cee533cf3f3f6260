import * as z from 'zod/mini';
import { text } from '../payload/fields';
import { userFields, userOrUnknown } from '../payload/users';
import { type Mappers, mapper } from './mapper';

const session = z.object({
  session_id: text,
  // The reference says object, but Twitch sends a list. The host is in it too:
  // https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/#channelshared_chatbegin
  participants: z.array(z.object(userFields('broadcaster_user'))),
});

const end = z.object({ session_id: text });

function phase(name: 'begin' | 'update') {
  return mapper(session, ({ session_id: sessionId, participants }, { streamerId }) => ({
    kind: `shared_chat_${name}`,
    viewer: null,
    detail: {
      sessionId,
      others: participants
        .map((participant) => userOrUnknown(participant, 'broadcaster_user'))
        .filter(({ id }) => id !== streamerId),
    },
  }));
}

/** Mappers of the sessions in which the streamer shares the chat with other channels. */
export const SHARED_CHAT_MAPPERS: Mappers = {
  'channel.shared_chat.begin': phase('begin'),
  'channel.shared_chat.update': phase('update'),
  'channel.shared_chat.end': mapper(end, ({ session_id: sessionId }) => ({
    kind: 'shared_chat_end',
    viewer: null,
    detail: { sessionId },
  })),
};
