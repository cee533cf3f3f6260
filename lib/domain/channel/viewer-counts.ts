/** How many viewers streams have. */
export interface ViewerCounts {
  /** When Twitch was asked, in milliseconds since 1970. */
  at: number;
  /** The numbers by the id of the streamer. Whose number is not known is missing. */
  byStreamer: Readonly<Record<string, number>>;
}

/** The numbers of nobody. */
export const NOBODY_COUNTED: ViewerCounts = { at: 0, byStreamer: {} };
