import type { ChannelState } from '@/lib/domain/channel/channel';
import { isRecent, MINUTE } from '@/lib/time';
import type { Vod } from '@/lib/twitch/helix/vods';

/**
 * Get Streams may need minutes to show that a stream has started or ended.
 * See https://github.com/twitchdev/issues/issues/558
 */
export const HELIX_LAG_MS = 5 * MINUTE;

type Live = ChannelState['live'];

/** A stream that started or ended during a gap. Times are in milliseconds since 1970. */
export interface StreamChange {
  change: 'online' | 'offline';
  streamId: string;
  startedAt: number;
  /** The time of the change. */
  at: number;
}

/** The input of {@link streamChanges}. Times are in milliseconds since 1970. */
export interface StreamChangesInput {
  /** The stream that was live when the gap started. */
  known: Live;
  /** The latest known end of a stream, or `null`. */
  ended: { streamId: string | null; at: number } | null;
  /** The stream that Get Streams returns. */
  reported: Live;
  /** The latest VODs of the channel. */
  vods: readonly Vod[];
  /** The start of the gap. */
  since: number;
  now: number;
}

/**
 * Returns the current stream. Get Streams may still return a stream that has just ended, and may
 * not yet return one that has just started.
 */
export function liveNow({
  known,
  ended,
  reported,
  now,
}: Pick<StreamChangesInput, 'known' | 'ended' | 'reported' | 'now'>): Live {
  if (known !== null && isRecent(known.startedAt, HELIX_LAG_MS, now)) {
    return reported === null || reported.startedAt < known.startedAt ? known : reported;
  }
  const hasJustEnded = ended !== null && isRecent(ended.at, HELIX_LAG_MS, now);
  const isOver = hasJustEnded && known === null && ended.streamId === reported?.streamId;
  return isOver ? null : reported;
}

/** Returns the streams of a channel that started or ended during a gap, oldest change first. */
export function streamChanges(input: StreamChangesInput): StreamChange[] {
  const { known } = input;
  const live = liveNow(input);
  const changes = missedBroadcasts(input, live);
  if (known !== null && known.streamId !== live?.streamId) {
    changes.push({ ...known, change: 'offline', at: endTime(known, live, input) });
  }
  if (live !== null && live.streamId !== known?.streamId) {
    // The report that an ended stream goes on must not look older than its end.
    const at = live.streamId === input.ended?.streamId ? input.now : live.startedAt;
    changes.push({ ...live, change: 'online', at });
  }
  return changes.toSorted((a, b) => a.at - b.at);
}

/** The end of the stream's VOD. Without a VOD: the start of the next stream, or now. */
function endTime(
  { streamId }: NonNullable<Live>,
  next: Live,
  { vods, since, now }: StreamChangesInput,
): number {
  const vod = vods.find((candidate) => candidate.streamId === streamId);
  const latest = next?.startedAt ?? now;
  // Twitch updates the length of a VOD only now and then. The stream was live at `since`.
  return Math.min(Math.max(vod?.endsAt ?? latest, since), latest);
}

/** Broadcasts that both started and ended during the gap. Only those with a VOD are found. */
function missedBroadcasts(
  { known, vods, since, now }: StreamChangesInput,
  live: Live,
): StreamChange[] {
  return vods.flatMap(({ streamId, startedAt, endsAt }): StreamChange[] => {
    const isKnown = streamId === known?.streamId || streamId === live?.streamId;
    if (streamId === null || isKnown || endsAt <= since) return [];
    // `stream.online` arrives late: it may be missing for a stream that began just before the gap.
    if (startedAt <= since - HELIX_LAG_MS) return [];
    const online = { change: 'online', streamId, startedAt, at: startedAt } as const;
    // A broadcast whose VOD has just ended may still be live, and not yet in Get Streams.
    if (endsAt > now - HELIX_LAG_MS) return [online];
    return [online, { ...online, change: 'offline', at: endsAt }];
  });
}
