/** Some events of the log. What is `null` leaves out nothing; all four together are everything. */
export interface EventScope {
  streamerId: string | null;
  /** The id of a viewer at Twitch. */
  viewerId: string | null;
  /** The first moment, in milliseconds since 1970. */
  from: number | null;
  /** The first moment that does not belong to it any more. */
  until: number | null;
}

/** Returns true if nothing is left out. */
export function isEverything({ streamerId, viewerId, from, until }: EventScope): boolean {
  return streamerId === null && viewerId === null && from === null && until === null;
}
