import { type BackfillResult, NO_RESULT } from '@/lib/app/backfill/backfilled-event';
import { channelUpdate } from '@/lib/app/backfill/channel-info';
import type { KnownChannel } from '@/lib/app/backfill/source';
import { streamEvent } from '@/lib/app/backfill/stream';
import { liveNow, streamChanges } from '@/lib/app/backfill/stream-changes';
import type { ChannelState, Streamer } from '@/lib/domain/channel/channel';
import { changedParts } from '@/lib/domain/channel/channel-info';
import type { ChannelInfo, StreamEvent } from '@/lib/domain/event/event';

/** The channel as it is known from earlier looks and events. */
export type LookedUpChannel = Pick<KnownChannel, 'state' | 'lastEnd'>;

/** What the looks before have shown of a stream. */
export interface EarlierLooks {
  /** The id of the stream that was live; `null` if none was. */
  liveId: string | null;
  /** When the latest look missed it, in milliseconds since 1970; `null` if it did not. */
  missedAt: number | null;
}

/** The input of {@link lookAtStream}. */
export interface StreamLook {
  streamer: Streamer;
  channel: LookedUpChannel;
  /** `null` if this is the first look. */
  earlier: EarlierLooks | null;
  /** The stream that Get Streams returns. */
  reported: ChannelState['live'];
  /** Milliseconds since 1970. */
  now: number;
}

/** What a look has found, and what the next one has to know about it. */
export interface StreamLookResult {
  result: BackfillResult;
  looks: EarlierLooks;
}

/**
 * Compares the stream that Helix returns with the known one. Get Streams sometimes leaves out a
 * stream that goes on: if a look has returned it, it has ended only when two looks in a row miss it.
 * An unchanged stream is no part of the result.
 */
export function lookAtStream(look: StreamLook): StreamLookResult {
  const { known, live } = streamsOf(look);
  const missedSince = missedSinceOf(look, live);
  if (missedSince === null) {
    return { result: NO_RESULT, looks: { liveId: idOf(known), missedAt: look.now } };
  }
  const isUnchanged = idOf(live) === idOf(known);
  return {
    result: isUnchanged ? NO_RESULT : { events: eventsOf(look, missedSince), state: { live } },
    looks: { liveId: idOf(live), missedAt: null },
  };
}

function idOf(live: ChannelState['live']): string | null {
  return live?.streamId ?? null;
}

/** Returns the input for the rules of backfill. VODs would need a request for each channel. */
function streamsOf({ channel: { state, lastEnd }, reported, now }: StreamLook) {
  const ended = lastEnd && { streamId: lastEnd.detail.streamId, at: lastEnd.created_at };
  const input = { known: state.live, ended, reported, vods: [], since: now, now };
  return { ...input, live: liveNow(input) };
}

/** Returns the events of a change. Without any knowledge of the channel, there are none. */
function eventsOf(look: StreamLook, missedSince: number): StreamEvent[] {
  const { streamer, channel, earlier, now } = look;
  if (earlier === null && isUnknown(channel)) return [];
  const { live, ...input } = streamsOf(look);
  return streamChanges(input).map((change) =>
    streamEvent(streamer, now, live === null ? { ...change, at: missedSince } : change),
  );
}

/**
 * Returns since when the known stream is missing, or now; `null` if only this look misses it, so
 * that the next one decides.
 */
function missedSinceOf(
  { channel, earlier, now }: StreamLook,
  live: ChannelState['live'],
): number | null {
  const { live: known } = channel.state;
  if (live !== null || known === null || earlier?.liveId !== known.streamId) return now;
  // A time in the future was read before the clock was set back.
  return earlier.missedAt && Math.min(earlier.missedAt, now);
}

/** Returns true if nobody knows whether the channel was live or offline before. */
function isUnknown({ state, lastEnd }: LookedUpChannel): boolean {
  return state.live === null && state.text === null && lastEnd === null;
}

/**
 * Compares what Helix returns with the known title, category, language and labels. If nothing is
 * known, they are no event. If nothing has changed, they are no part of the result.
 */
export function lookAtText(
  streamer: Streamer,
  { state: { text: before } }: LookedUpChannel,
  after: ChannelInfo,
  now: number,
): BackfillResult {
  if (before === null) return { events: [], state: { text: after } };
  if (changedParts(before, after).size === 0) return NO_RESULT;
  return {
    events: [channelUpdate(streamer, { before, after }, now)],
    state: { text: after },
  };
}
