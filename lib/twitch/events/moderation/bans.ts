import * as z from 'zod/mini';
import { flag, maybeText, text } from '@/lib/twitch/payload/fields';
import { secondsBetween } from '@/lib/twitch/payload/timestamp';
import { userFields, userOf } from '@/lib/twitch/payload/users';
import { type Mappers, mapper } from '../mapper';

const user = userFields('user');
const moderator = userFields('moderator_user');

const ban = z.object({
  ...user,
  ...moderator,
  reason: text,
  banned_at: text,
  ends_at: maybeText,
  is_permanent: flag,
});

/** Mappers of bans, timeouts and their end. */
export const BAN_MAPPERS: Mappers = {
  'channel.ban': mapper(ban, ({ reason, banned_at, ends_at, ...event }) => {
    const viewer = userOf(event, 'user');
    const detail = { reason, moderator: userOf(event, 'moderator_user') };
    if (event.is_permanent || ends_at === null) return { kind: 'ban', viewer, detail };
    const seconds = secondsBetween(banned_at, ends_at);
    return { kind: 'timeout', viewer, detail: { ...detail, seconds } };
  }),
  'channel.unban': mapper(z.object({ ...user, ...moderator }), (event) => ({
    kind: 'unban',
    viewer: userOf(event, 'user'),
    detail: { moderator: userOf(event, 'moderator_user') },
  })),
};
