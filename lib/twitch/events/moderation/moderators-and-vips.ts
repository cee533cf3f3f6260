import * as z from 'zod/mini';
import { userFields, userOf } from '@/lib/twitch/payload/users';
import { type Mappers, mapper } from '../mapper';

const schema = z.object({ ...userFields('user'), ...userFields('moderator_user') });

const roleChange = (kind: 'moderator_add' | 'moderator_remove' | 'vip_add' | 'vip_remove') =>
  mapper(schema, (event) => ({
    kind,
    viewer: userOf(event, 'user'),
    detail: { moderator: userOf(event, 'moderator_user') },
  }));

/** Mappers of viewers who become or stop being a moderator or a VIP. */
export const MODERATOR_AND_VIP_MAPPERS: Mappers = {
  'channel.moderator.add': roleChange('moderator_add'),
  'channel.moderator.remove': roleChange('moderator_remove'),
  'channel.vip.add': roleChange('vip_add'),
  'channel.vip.remove': roleChange('vip_remove'),
};
