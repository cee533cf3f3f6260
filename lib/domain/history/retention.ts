/** How long events are kept, and what may go when there is no room for more. */
export interface Retention {
  /** `null`: for ever. */
  days: number | null;
  /** At most this many; `null`: any number. */
  events: number | null;
  /** Whether the oldest days may go when the browser has no room left. */
  makeRoom: boolean;
}

/** What holds for someone who has chosen nothing. */
export const DEFAULT_RETENTION: Retention = { days: 180, events: 500_000, makeRoom: false };
