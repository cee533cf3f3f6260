import type { ChannelState } from '@/lib/domain/channel/channel';
import { vodUrl } from '@/lib/domain/channel/channel-url';
import type { Recording } from '@/lib/domain/channel/recording';
import { DAY, isRecent, MINUTE } from '@/lib/time';
import type { Vod } from '@/lib/twitch/helix/vods';

/**
 * How long after the beginning of a broadcast its recording is looked up. Twitch may need some
 * minutes to list it, so there is a second time if it was missing.
 */
const AFTER_BEGIN_MS = [5 * MINUTE, 30 * MINUTE];

/** Returns the VODs as recordings, without those whose id cannot be one. */
export function recordingsOf(vods: readonly Vod[], live: ChannelState['live']): Recording[] {
  return vods
    .filter(({ id }) => vodUrl(id) !== null)
    .map(({ id, streamId, startedAt, endsAt }) => ({
      id,
      startedAt,
      endsAt: streamId !== null && streamId === live?.streamId ? null : endsAt,
    }));
}

/**
 * Returns the recordings after the broadcast that went on has ended; `null` if none was recorded. Its
 * exact end is in the next answer of Twitch.
 */
export function endRecording(
  recordings: readonly Recording[] | undefined,
  now: number,
): Recording[] | null {
  if (!recordings?.some(({ endsAt }) => endsAt === null)) return null;
  return recordings.map((recording) => ({ ...recording, endsAt: recording.endsAt ?? now }));
}

/** Returns true if both are equal. */
export function isSameRecordings(
  one: readonly Recording[],
  other: readonly Recording[] | undefined,
): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * Returns true if the recordings of a channel have to be looked up: once a day, because Twitch
 * deletes old ones, and some minutes after the beginning of a broadcast.
 */
export function isLookupDue(
  { live, recordings, recordingsAt }: Pick<ChannelState, 'live' | 'recordings' | 'recordingsAt'>,
  now: number,
): boolean {
  if (recordingsAt === undefined || !isRecent(recordingsAt, DAY, now)) return true;
  if (live === null || recordings?.some(({ endsAt }) => endsAt === null) === true) return false;
  return AFTER_BEGIN_MS.map((delayMs) => live.startedAt + delayMs).some(
    (dueAt) => recordingsAt < dueAt && dueAt <= now,
  );
}
