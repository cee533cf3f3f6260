import * as z from 'zod/mini';
import { count, names, who, whoever } from '../payload/schema';
import { type Mappers, mapper } from './mapper';

const given = z.object({
  ...names('moderator_user'),
  ...names('to_broadcaster_user'),
  viewer_count: count,
});

const received = z.object({ ...names('from_broadcaster_user'), viewer_count: count });

/** Shoutouts to other channels, and from them. */
export const SHOUTOUTS: Mappers = {
  'channel.shoutout.create': mapper(given, (event) => ({
    kind: 'shoutout_given',
    viewer: who(event, 'moderator_user'),
    detail: { target: whoever(event, 'to_broadcaster_user'), viewers: event.viewer_count },
  })),
  'channel.shoutout.receive': mapper(received, (event) => ({
    kind: 'shoutout_received',
    viewer: who(event, 'from_broadcaster_user'),
    detail: { viewers: event.viewer_count },
  })),
};
