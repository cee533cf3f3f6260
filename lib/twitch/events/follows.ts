import * as z from 'zod/mini';
import { type Mappers, mapper } from './mapper';
import { names, who } from './schema';

/** New followers. */
export const FOLLOWS: Mappers = {
  'channel.follow': mapper(z.object(names('user')), (event) => ({
    kind: 'follow',
    viewer: who(event, 'user'),
    detail: {},
  })),
};
