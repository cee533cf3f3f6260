import type { ChannelInfo } from '../event/event';

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
  text: ChannelInfo | null;
  /** Address of the latest recording; `null` while a stream is on, and where none is known. */
  recordingUrl: string | null;
}

/** The state of a channel that nothing was heard of yet. */
export const NOTHING_KNOWN: ChannelState = { live: null, text: null, recordingUrl: null };
