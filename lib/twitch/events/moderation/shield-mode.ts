import * as z from 'zod/mini';
import { userFields, userOf } from '@/lib/twitch/payload/users';
import { type Mappers, mapper } from '../mapper';

const schema = z.object(userFields('moderator_user'));

const shieldMode = (kind: 'shield_on' | 'shield_off') =>
  mapper(schema, (event) => ({
    kind,
    viewer: null,
    detail: { moderator: userOf(event, 'moderator_user') },
  }));

/** Mappers of shield mode. */
export const SHIELD_MODE_MAPPERS: Mappers = {
  'channel.shield_mode.begin': shieldMode('shield_on'),
  'channel.shield_mode.end': shieldMode('shield_off'),
};
