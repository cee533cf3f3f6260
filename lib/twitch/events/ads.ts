import * as z from 'zod/mini';
import { count, looseFlag } from '../payload/fields';
import { userFields, userOf } from '../payload/users';
import { type Mappers, mapper } from './mapper';

const schema = z.object({
  ...userFields('requester_user'),
  duration_seconds: count,
  is_automatic: looseFlag,
});

/** Mapper of ad breaks. */
export const AD_MAPPERS: Mappers = {
  'channel.ad_break.begin': mapper(schema, (event) => ({
    kind: 'ad_break',
    viewer: null,
    detail: {
      seconds: event.duration_seconds,
      isAutomatic: event.is_automatic,
      requester: userOf(event, 'requester_user'),
    },
  })),
};
