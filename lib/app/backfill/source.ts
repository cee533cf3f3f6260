import type { ChannelState, Streamer } from '@/lib/domain/channel/channel';
import type { EventOf } from '@/lib/domain/event/event';
import type { Clock } from '@/lib/time';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import type { BackfillResult } from './backfilled-event';

/** The channel as it is known from before the gap and from the events received since. */
export interface KnownChannel {
  readonly state: Pick<ChannelState, 'live' | 'text'>;
  /** The latest known end of a broadcast. */
  readonly lastEnd: EventOf<'stream_offline'> | null;
  /** False if nothing was known before the gap, so that Helix's answer cannot be compared. */
  readonly wasKnownBeforeGap: boolean;
  /** Returns true if an event since the gap has set this part. It is newer than Helix's answer. */
  hasReceived(part: 'live' | 'text'): boolean;
}

/** What a source looks up, and its dependencies. */
export interface BackfillRequest {
  streamer: Streamer;
  api: TwitchApi;
  channel: KnownChannel;
  clock: Clock;
  /**
   * The start of the gap, in milliseconds since 1970. If it is `null` there was no gap, and only
   * the current state of the channel is looked up.
   */
  since: number | null;
}

/** One of the things that can be looked up through Helix after a gap. */
export interface Source {
  /** The name in the log. */
  name: string;
  /** Throws a `HelixError`. */
  lookUp(request: BackfillRequest): Promise<BackfillResult>;
  /** If set, the source is looked up a second time after this delay, because Helix is slow. */
  repeatAfterMs?: number;
}
