import * as z from 'zod/mini';
import { followKey } from '@/lib/domain/event/natural-key';
import { maybeText } from '../payload/fields';
import { parseTimestamp } from '../payload/timestamp';
import { userFields, userOf } from '../payload/users';
import { type Mappers, mapper } from './mapper';

const schema = z.object({ ...userFields('user'), followed_at: maybeText });

function naturalKeyOf({ user_id: userId, followed_at }: z.infer<typeof schema>) {
  const followedAt = parseTimestamp(followed_at);
  return userId === null || followedAt === null
    ? {}
    : { naturalKey: followKey(userId, followedAt) };
}

/** Mapper of new followers. */
export const FOLLOW_MAPPERS: Mappers = {
  'channel.follow': mapper(schema, (event) => ({
    kind: 'follow',
    viewer: userOf(event, 'user'),
    ...naturalKeyOf(event),
    detail: {},
  })),
};
