import { timeFormat } from '@/lib/time';

/** Returns when a broadcast began, in the user's time zone. */
export const startText = timeFormat({
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});

/** Returns the time of day, in the user's time zone. */
export const clockText = timeFormat({ timeStyle: 'short' });
