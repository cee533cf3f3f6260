import { isoSeconds } from '../core/clock.ts';

/** The start of every example; the times of a scenario count from here until it is played. */
export const EPOCH_MS = Date.parse('2026-10-01T18:00:00Z');

/** Returns the time that many seconds after the start. */
export function moment(seconds = 0): string {
  return isoSeconds(EPOCH_MS + seconds * 1_000);
}
