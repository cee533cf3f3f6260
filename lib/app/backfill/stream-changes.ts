import type { ChannelState } from '@/lib/domain/channel/channel';
import { MINUTE } from '@/lib/time';
import type { Vod } from '@/lib/twitch/helix/vods';

/**
 * Get Streams may not know of a stream for minutes after `stream.online` (twitchdev/issues#558), nor
 * of its end.
 */
export const HELIX_LAG_MS = 5 * MINUTE;

type Live = ChannelState['live'];

/** A stream that began or ended while nobody listened. Times are in milliseconds since 1970. */
export interface StreamChange {
  change: 'online' | 'offline';
  streamId: string;
  startedAt: number;
  /** When it changed. */
  at: number;
}

/** What a pause is looked through with. */
export interface StreamQuestion {
  /** The stream that was on the air when the pause began. */
  known: Live;
  /** The one that Get Streams tells. */
  told: Live;
  recordings: readonly Vod[];
  since: number;
  now: number;
}

/** The stream on the air by what is known and what Get Streams tells; a fresh one is believed in. */
export function liveNow({
  known,
  told,
  now,
}: Pick<StreamQuestion, 'known' | 'told' | 'now'>): Live {
  if (told !== null) return told;
  return known !== null && now - known.startedAt < HELIX_LAG_MS ? known : null;
}

/** What became of the streams of a channel while nobody listened, in order of time. */
export function streamChanges(question: StreamQuestion): StreamChange[] {
  const { known } = question;
  const live = liveNow(question);
  const changes = unseenBroadcasts(question, live);
  if (known !== null && known.streamId !== live?.streamId) {
    changes.push({ ...known, change: 'offline', at: endOf(known, live, question) });
  }
  if (live !== null && live.streamId !== known?.streamId) {
    changes.push({ ...live, change: 'online', at: live.startedAt });
  }
  return changes.toSorted((a, b) => a.at - b.at);
}

/** As its recording has it; without one, no later than the next stream or this finding. */
function endOf(
  { streamId }: NonNullable<Live>,
  next: Live,
  { recordings, since, now }: StreamQuestion,
): number {
  const recording = recordings.find((one) => one.streamId === streamId);
  const latest = next?.startedAt ?? now;
  // Its length is worked out now and then only, and it was on the air when it was last heard.
  return Math.min(Math.max(recording?.endsAt ?? latest, since), latest);
}

/** Broadcasts that came and went, as far as they left a recording. */
function unseenBroadcasts(
  { known, recordings, since, now }: StreamQuestion,
  live: Live,
): StreamChange[] {
  return recordings.flatMap(({ streamId, startedAt, endsAt }): StreamChange[] => {
    const isKnown = streamId === known?.streamId || streamId === live?.streamId;
    if (streamId === null || isKnown || endsAt <= since) return [];
    // `stream.online` comes late, so one that began just before may not have been told either.
    if (startedAt <= since - HELIX_LAG_MS) return [];
    const online = { change: 'online', streamId, startedAt, at: startedAt } as const;
    // One that has only just ended may as well be going on, not yet shown by Get Streams.
    if (endsAt > now - HELIX_LAG_MS) return [online];
    return [online, { ...online, change: 'offline', at: endsAt }];
  });
}
