import * as z from 'zod/mini';
import { LIVE_BROADCAST } from '@/lib/domain/event/broadcast';
import { offlineKey, onlineKey } from '@/lib/domain/event/natural-key';
import { broadcaster, maybeText, text } from '../payload/fields';
import { plausibleTime } from '../payload/timestamp';
import { type Mappers, mapper } from './mapper';

const online = z.object({ ...broadcaster, id: z.string(), type: text, started_at: text });

// Twitch added the id in 2026:
// https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/#streamoffline
const offline = z.object({ ...broadcaster, id: maybeText });

/** Mappers of the begin and the end of a broadcast. */
export const STREAM_MAPPERS: Mappers = {
  'stream.online': mapper(online, ({ id: streamId, type, started_at: startedAt }, { now }) => ({
    kind: 'stream_online',
    viewer: null,
    ...(streamId !== '' && { naturalKey: onlineKey(streamId) }),
    detail: {
      streamId,
      startedAt: plausibleTime(startedAt, now),
      ...(type !== '' && type !== LIVE_BROADCAST && { broadcastType: type }),
    },
  })),
  'stream.offline': mapper(offline, ({ id }, { live }) => {
    // An end names its broadcast, which need not be the one that is live.
    const streamId = id ?? (live?.streamId || null);
    return {
      kind: 'stream_offline',
      viewer: null,
      ...(streamId !== null && { naturalKey: offlineKey(streamId) }),
      detail: {
        streamId,
        startedAt: live !== null && streamId === (live.streamId || null) ? live.startedAt : null,
      },
    };
  }),
};
