import * as z from 'zod/mini';
import { text } from '@/lib/twitch/payload/fields';
import { userFields, userOf } from '@/lib/twitch/payload/users';
import { type Mappers, mapper } from '../mapper';

const user = userFields('user');

const resolve = z.object({
  ...user,
  // The table of the reference says `moderator_id`, its example `moderator_user_id`:
  // https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/#channelunban_requestresolve
  ...userFields('moderator_user'),
  ...userFields('moderator'),
  resolution_text: text,
  status: text,
});

/** Mappers of unban requests and their resolution. */
export const UNBAN_REQUEST_MAPPERS: Mappers = {
  'channel.unban_request.create': mapper(z.object({ ...user, text }), (event) => ({
    kind: 'unban_request',
    viewer: userOf(event, 'user'),
    detail: { message: event.text },
  })),
  'channel.unban_request.resolve': mapper(resolve, (event) => ({
    kind: 'unban_request_resolved',
    viewer: userOf(event, 'user'),
    detail: {
      status: event.status,
      reason: event.resolution_text,
      moderator: userOf(event, 'moderator_user') ?? userOf(event, 'moderator'),
    },
  })),
};
