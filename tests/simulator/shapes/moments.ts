import { isoSeconds } from '../core/clock.ts';

/** When every example begins; a scenario counts its times from here until it is played. */
export const EPOCH_MS = Date.parse('2026-10-01T18:00:00Z');

/** The moment that many seconds after the beginning. */
export function moment(seconds = 0): string {
  return isoSeconds(EPOCH_MS + seconds * 1_000);
}
