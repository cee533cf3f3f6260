import { browser } from 'wxt/browser';

/** Name of the alarm that brings the worker back and makes sure that it listens. */
export const WATCHDOG = 'watchdog';

/** The shortest period Chrome grants. */
const PERIOD_MINUTES = 0.5;

/** Arms the alarm. Alarms can be lost with an update or a crash, so this is done at every start. */
export async function keepWatch(): Promise<void> {
  await browser.alarms.create(WATCHDOG, { periodInMinutes: PERIOD_MINUTES });
}
