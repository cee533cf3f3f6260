import { onTestFinished } from 'vitest';

/** Sets the time zone of the user until the end of the test. */
export function setTimeZone(zone: string): void {
  const before = process.env['TZ'];
  process.env['TZ'] = zone;
  onTestFinished(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });
}
