import * as z from 'zod/mini';
import { followKey } from '@/lib/domain/event/natural-key';
import { maybeText, names, who } from '../payload/schema';
import { momentOf } from '../payload/timestamp';
import { type Mappers, mapper } from './mapper';

const schema = z.object({ ...names('user'), followed_at: maybeText });

function keyOf({ user_id: userId, followed_at }: z.infer<typeof schema>) {
  const followedAt = momentOf(followed_at);
  return userId === null || followedAt === null
    ? {}
    : { naturalKey: followKey(userId, followedAt) };
}

/** New followers. */
export const FOLLOWS: Mappers = {
  'channel.follow': mapper(schema, (event) => ({
    kind: 'follow',
    viewer: who(event, 'user'),
    ...keyOf(event),
    detail: {},
  })),
};
