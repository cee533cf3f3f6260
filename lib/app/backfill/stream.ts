import type { Streamer } from '@/lib/domain/channel/channel';
import type { StreamEvent } from '@/lib/domain/event/event';
import { offlineKey, onlineKey } from '@/lib/domain/event/natural-key';
import { type BackfillResult, backfilledEvent, NO_RESULT } from './backfilled-event';
import type { BackfillRequest } from './source';
import { liveNow, type StreamChange, streamChanges } from './stream-changes';

/** More broadcasts than this in one pause are not told. */
const RECORDINGS = 20;

/** Looks for streams that began or ended. Throws a `HelixError`. */
export async function backfillStream({
  streamer,
  api,
  channel,
  clock,
  since,
}: BackfillRequest): Promise<BackfillResult> {
  const [told, recordings] = await Promise.all([
    api.stream(streamer.id),
    since === null ? [] : api.vods(streamer.id, RECORDINGS),
  ]);
  // What was heard meanwhile is newer than what Helix says.
  if (channel.hasHeard('live')) return NO_RESULT;
  const now = clock.now();
  const { live: known } = channel.state;
  const state = { live: liveNow({ known, told, now }) };
  if (since === null || !channel.isKnown) return { events: [], state };
  const changes = streamChanges({ known, told, recordings, since, now });
  return { events: changes.map((change) => toEvent(streamer, now, change)), state };
}

function toEvent(
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
