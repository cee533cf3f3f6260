import type { Streamer } from '@/lib/domain/channel/channel';
import { changedParts } from '@/lib/domain/channel/channel-info';
import type { EventDetails, StreamEvent } from '@/lib/domain/event/event';
import { type BackfillResult, backfilledEvent, NO_RESULT } from './backfilled-event';
import type { BackfillRequest } from './source';

/** Looks up the title, category, language and content labels. Throws a `HelixError`. */
export async function backfillChannelInfo({
  streamer,
  api,
  channel,
  clock,
  since,
}: BackfillRequest): Promise<BackfillResult> {
  const after = await api.channelInfo(streamer.id);
  // An event that has arrived meanwhile is newer than Helix's answer.
  if (after === null || channel.hasReceived('text')) return NO_RESULT;
  const { text: before } = channel.state;
  const state = { text: after };
  if (since === null || before === null || changedParts(before, after).size === 0) {
    return { events: [], state };
  }
  return { events: [channelUpdate(streamer, { before, after }, clock.now())], state };
}

/**
 * Builds the event of a change that Helix shows. It gets the current time, because Helix does not
 * return the time of the change.
 */
export function channelUpdate(
  streamer: Streamer,
  detail: EventDetails['channel_update'],
  now: number,
): StreamEvent {
  return backfilledEvent(streamer, now, {
    kind: 'channel_update',
    sourceType: 'channel.update',
    naturalKey: `update:${streamer.id}:${now}`,
    at: now,
    detail,
  });
}
