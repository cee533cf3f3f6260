import { browser } from 'wxt/browser';
import { MINUTE, SECOND } from '@/lib/time';

/** Name of the alarm that starts the worker again if it has ended. */
export const WATCHDOG = 'watchdog';

/**
 * The shortest period that Chrome allows:
 * https://developer.chrome.com/docs/extensions/reference/api/alarms
 */
const PERIOD_MINUTES = 0.5;
/** As often as Twitch sends keepalives, which wake the worker anyway. */
const CHECKED_EVERY_MS = 10 * SECOND;

/**
 * Sets the alarm unless it goes off within its period. An alarm may be lost in an update or a crash,
 * and it is hours ahead after the clock was set back.
 */
export async function keepWatch(): Promise<void> {
  const alarm = await browser.alarms.get(WATCHDOG);
  if (alarm !== undefined && alarm.scheduledTime <= Date.now() + PERIOD_MINUTES * MINUTE) return;
  await browser.alarms.create(WATCHDOG, {
    delayInMinutes: PERIOD_MINUTES,
    periodInMinutes: PERIOD_MINUTES,
  });
}

/** Sets the alarm, and checks it again and again while this worker lives. */
export function startWatch(): void {
  void keepWatch();
  setInterval(() => void keepWatch(), CHECKED_EVERY_MS);
}
