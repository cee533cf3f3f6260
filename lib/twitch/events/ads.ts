import * as z from 'zod/mini';
import { looseCount, looseFlag, names, who } from '../payload/schema';
import { type Mappers, mapper } from './mapper';

const schema = z.object({
  ...names('requester_user'),
  duration_seconds: looseCount,
  is_automatic: looseFlag,
});

/** Ad breaks. */
export const ADS: Mappers = {
  'channel.ad_break.begin': mapper(schema, (event) => ({
    kind: 'ad_break',
    viewer: null,
    detail: {
      seconds: event.duration_seconds,
      isAutomatic: event.is_automatic,
      requester: who(event, 'requester_user'),
    },
  })),
};
