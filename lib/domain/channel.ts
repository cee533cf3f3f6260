import type { ChannelText } from './event';

/** A Twitch user whose channel is followed here. */
export interface Streamer {
  id: string;
  login: string;
  /** Display name. */
  name: string;
  avatarUrl: string;
}

/** What was last known of a streamer's channel. */
export interface ChannelState {
  /** The stream that is on the air, or `null`. */
  live: { streamId: string; startedAt: number } | null;
  text: ChannelText | null;
}
