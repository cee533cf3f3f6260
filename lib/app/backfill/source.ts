import type { Streamer } from '@/lib/domain/channel/channel';
import type { Clock } from '@/lib/time';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import type { ChannelTracker } from '../listening/channel-tracker';
import type { BackfillResult } from './backfilled-event';

/** What looking for something that was missed needs. */
export interface BackfillRequest {
  streamer: Streamer;
  api: TwitchApi;
  channel: ChannelTracker;
  clock: Clock;
  /** When the pause began; `null` where there was none, and all that counts is how things stand. */
  since: number | null;
}

/** Somewhere to look for what was missed. */
export interface Source {
  /** What is looked for, for the log. */
  name: string;
  /** Throws a `HelixError`. */
  find(search: BackfillRequest): Promise<BackfillResult>;
  /** Looks a second time after so many milliseconds, where Helix is slow to know. */
  againAfterMs?: number;
}
