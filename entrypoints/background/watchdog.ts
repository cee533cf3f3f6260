import { browser } from 'wxt/browser';
import { MINUTE, SECOND } from '@/lib/time';

/**
 * Name of the alarm that starts the worker again. Chrome ends a worker that is idle for 30 seconds:
 * https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle
 */
export const WATCHDOG = 'watchdog';

/**
 * The shortest period that Chrome allows (30 seconds, since Chrome 120):
 * https://developer.chrome.com/docs/extensions/reference/api/alarms
 */
const PERIOD_MINUTES = 0.5;
/** Twitch sends keepalives as often, so the worker is not kept awake by this check. */
const CHECK_INTERVAL_MS = 10 * SECOND;

/**
 * Creates the alarm, unless it goes off within its period. An alarm may be lost in an update or a
 * crash, and it is hours away after the clock was set back.
 */
export async function ensureAlarm(): Promise<void> {
  const alarm = await browser.alarms.get(WATCHDOG);
  if (alarm !== undefined && alarm.scheduledTime <= Date.now() + PERIOD_MINUTES * MINUTE) return;
  await browser.alarms.create(WATCHDOG, {
    delayInMinutes: PERIOD_MINUTES,
    periodInMinutes: PERIOD_MINUTES,
  });
}

/** Creates the alarm, and checks it regularly for as long as this worker lives. */
export function startWatchdog(): void {
  void ensureAlarm();
  setInterval(() => void ensureAlarm(), CHECK_INTERVAL_MS);
}
