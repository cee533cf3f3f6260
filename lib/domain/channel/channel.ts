import type { ChannelInfo } from '../event/event';
import type { ChatRestrictions } from '../event/moderation';
import type { Recording } from './recording';

/** A Twitch user whose channel the extension can listen to. */
export interface Streamer {
  id: string;
  login: string;
  /** Display name. */
  name: string;
  avatarUrl: string;
}

/** The last known state of a channel. */
export interface ChannelState {
  /** The broadcast that is live, or `null`. */
  live: { streamId: string; startedAt: number } | null;
  text: ChannelInfo | null;
  /** The latest recordings, newest first. Absent if nothing is known about them. */
  recordings?: readonly Recording[];
  /** When they were looked up, in milliseconds since 1970. Absent if they never were. */
  recordingsAt?: number;
  /** Address of the latest VOD; `null` during a broadcast, and if none is known. */
  recordingUrl: string | null;
  /** Absent if nothing is known about them. */
  chat?: ChatRestrictions;
}

/** The state of a channel before anything is known about it. */
export const NOTHING_KNOWN: ChannelState = { live: null, text: null, recordingUrl: null };
