import { changedParts } from '@/lib/domain/channel/channel-info';
import { type BackfillResult, backfilledEvent, NO_RESULT } from './backfilled-event';
import type { BackfillRequest } from './source';

/** Looks for a new title, category, language or labels. Throws a `HelixError`. */
export async function backfillChannelInfo({
  streamer,
  api,
  channel,
  clock,
  since,
}: BackfillRequest): Promise<BackfillResult> {
  const after = await api.channelInfo(streamer.id);
  // What was heard meanwhile is newer than what Helix says.
  if (after === null || channel.hasHeard('text')) return NO_RESULT;
  const { text: before } = channel.state;
  const state = { text: after };
  if (since === null || before === null || changedParts(before, after).size === 0) {
    return { events: [], state };
  }
  const now = clock.now();
  const update = backfilledEvent(streamer, now, {
    kind: 'channel_update',
    sourceType: 'channel.update',
    // Helix does not say when it was changed, so it is told as of now.
    naturalKey: `update:${streamer.id}:${now}`,
    at: now,
    detail: { before, after },
  });
  return { events: [update], state };
}
