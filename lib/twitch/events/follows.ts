import * as z from 'zod/mini';
import { followKey } from '@/lib/domain/natural-key';
import { momentOf } from '../moment';
import { type Mappers, mapper } from './mapper';
import { maybeText, names, who } from './schema';

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
