import * as z from 'zod/mini';
import { count } from '../payload/fields';
import { userFields, userOf, userOrUnknown } from '../payload/users';
import { type Mappers, mapper } from './mapper';

const given = z.object({
  ...userFields('moderator_user'),
  ...userFields('to_broadcaster_user'),
  viewer_count: count,
});

const received = z.object({ ...userFields('from_broadcaster_user'), viewer_count: count });

/** Mappers of shoutouts that the streamer gives and receives. */
export const SHOUTOUT_MAPPERS: Mappers = {
  'channel.shoutout.create': mapper(given, (event) => ({
    kind: 'shoutout_given',
    viewer: userOf(event, 'moderator_user'),
    detail: { target: userOrUnknown(event, 'to_broadcaster_user'), viewers: event.viewer_count },
  })),
  'channel.shoutout.receive': mapper(received, (event) => ({
    kind: 'shoutout_received',
    viewer: userOf(event, 'from_broadcaster_user'),
    detail: { viewers: event.viewer_count },
  })),
};
