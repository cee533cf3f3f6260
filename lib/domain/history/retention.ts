/** Limits of the stored events, and permission to delete the oldest when the storage is full. */
export interface Retention {
  /** Days to keep events; `null` keeps them forever. */
  days: number | null;
  /** Maximum number of events; `null` is no limit. */
  events: number | null;
  /** True if the oldest days may be deleted when the browser has no room left. */
  makeRoom: boolean;
}

/** The retention of a user who has changed nothing. */
export const DEFAULT_RETENTION: Retention = { days: 180, events: 500_000, makeRoom: false };
