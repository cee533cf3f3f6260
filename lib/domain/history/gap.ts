/** The reasons for a gap. */
export const GAP_REASONS = [
  /** The connection was lost, and came back. */
  'disconnected',
  /** The browser was closed, the computer asleep, or the extension not running. */
  'not_running',
  'signed_out',
  /** Only of versions that listened to one streamer at a time: another one was the favorite. */
  'other_favorite',
  /** The streamer was removed from the list of streamers. */
  'not_listed',
] as const;

/** One of {@link GAP_REASONS}. */
export type GapReason = (typeof GAP_REASONS)[number];

/** A time in which the extension did not listen to a streamer, so that events may be missing. */
export interface Gap {
  streamer_id: string;
  /** Milliseconds since 1970. */
  from: number;
  until: number;
  reason: GapReason;
}
