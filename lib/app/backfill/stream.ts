import type { Streamer } from '@/lib/domain/channel/channel';
import type { StreamEvent } from '@/lib/domain/event/event';
import { offlineKey, onlineKey } from '@/lib/domain/event/natural-key';
import { type BackfillResult, backfilledEvent, NO_RESULT } from './backfilled-event';
import type { BackfillRequest } from './source';
import { liveNow, type StreamChange, streamChanges } from './stream-changes';

/** If a gap has more broadcasts than this, the oldest are missing. */
const MAX_VODS = 20;

/** Looks up streams that started or ended. Throws a `HelixError`. */
export async function backfillStream({
  streamer,
  api,
  channel,
  clock,
  since,
}: BackfillRequest): Promise<BackfillResult> {
  const [reported, vods] = await Promise.all([
    api.stream(streamer.id),
    since === null ? [] : api.vods(streamer.id, MAX_VODS),
  ]);
  // An event that has arrived meanwhile is newer than Helix's answer.
  if (channel.hasReceived('live')) return NO_RESULT;
  const now = clock.now();
  const { live: known } = channel.state;
  const { lastEnd } = channel;
  const ended = lastEnd && { streamId: lastEnd.detail.streamId, at: lastEnd.created_at };
  const state = { live: liveNow({ known, ended, reported, now }) };
  if (since === null || !channel.wasKnownBeforeGap) return { events: [], state };
  const changes = streamChanges({ known, ended, reported, vods, since, now });
  return { events: changes.map((change) => streamEvent(streamer, now, change)), state };
}

/** Builds the event of a change that was found at this time, in milliseconds since 1970. */
export function streamEvent(
  streamer: Streamer,
  foundAt: number,
  { change, streamId, startedAt, at }: StreamChange,
): StreamEvent {
  const detail = { streamId, startedAt };
  return change === 'online'
    ? backfilledEvent(streamer, foundAt, {
        kind: 'stream_online',
        sourceType: 'stream.online',
        naturalKey: onlineKey(streamId),
        at,
        detail,
      })
    : backfilledEvent(streamer, foundAt, {
        kind: 'stream_offline',
        sourceType: 'stream.offline',
        naturalKey: offlineKey(streamId),
        at,
        detail,
      });
}
