import * as z from 'zod/mini';
import { text } from '@/lib/twitch/payload/fields';
import { fragmentedMessage, textWithoutCheermotes } from '@/lib/twitch/payload/message-text';
import { userFields, userOf } from '@/lib/twitch/payload/users';
import { type Mappers, mapper } from '../mapper';

const user = userFields('user');
const update = z.object({ ...user, ...userFields('moderator_user'), low_trust_status: text });
const message = z.object({ ...user, low_trust_status: text, message: fragmentedMessage });

/** Mappers of users that moderators mark as suspicious, and of messages that these users write. */
export const SUSPICIOUS_USER_MAPPERS: Mappers = {
  'channel.suspicious_user.update': mapper(update, (event) => ({
    kind: 'suspicious_user',
    viewer: userOf(event, 'user'),
    detail: {
      status: event.low_trust_status,
      hasWritten: false,
      message: '',
      moderator: userOf(event, 'moderator_user'),
    },
  })),
  'channel.suspicious_user.message': mapper(message, (event) => ({
    kind: 'suspicious_user',
    viewer: userOf(event, 'user'),
    detail: {
      status: event.low_trust_status,
      hasWritten: true,
      message: textWithoutCheermotes(event.message),
      moderator: null,
    },
  })),
};
