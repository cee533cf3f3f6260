import { changedParts } from '@/lib/domain/channel/channel-info';
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
  const now = clock.now();
  const update = backfilledEvent(streamer, now, {
    kind: 'channel_update',
    sourceType: 'channel.update',
    // Helix does not return the time of the change, so the event gets the current time.
    naturalKey: `update:${streamer.id}:${now}`,
    at: now,
    detail: { before, after },
  });
  return { events: [update], state };
}
