import * as z from 'zod/mini';
import { list, text } from '@/lib/twitch/payload/fields';
import { userFields, userOf } from '@/lib/twitch/payload/users';
import { type Mappers, mapper } from '../mapper';

const user = userFields('user');

const send = z.object({
  ...user,
  ...userFields('moderator_user'),
  reason: text,
  chat_rules_cited: list(z.string()),
});

/** Mappers of warnings that viewers receive and acknowledge. */
export const WARNING_MAPPERS: Mappers = {
  'channel.warning.send': mapper(send, (event) => ({
    kind: 'warning',
    viewer: userOf(event, 'user'),
    detail: {
      reason: event.reason,
      rules: event.chat_rules_cited,
      moderator: userOf(event, 'moderator_user'),
    },
  })),
  'channel.warning.acknowledge': mapper(z.object(user), (event) => ({
    kind: 'warning_acknowledged',
    viewer: userOf(event, 'user'),
    detail: {},
  })),
};
