import { browser } from 'wxt/browser';
import { MINUTE, SECOND } from '@/lib/time';

/** Name of the alarm that brings the worker back and makes sure that it listens. */
export const WATCHDOG = 'watchdog';

/** The shortest period Chrome grants. */
const PERIOD_MINUTES = 0.5;
/** As often as Twitch's keepalives, for which the worker wakes anyway. */
const LOOKED_AFTER_EVERY_MS = 10 * SECOND;

/**
 * Sets the alarm where there is none that goes off within its period: alarms are lost with an update
 * or a crash, and lie hours ahead once the clock was set back.
 */
export async function keepWatch(): Promise<void> {
  const alarm = await browser.alarms.get(WATCHDOG);
  if (alarm !== undefined && alarm.scheduledTime <= Date.now() + PERIOD_MINUTES * MINUTE) return;
  await browser.alarms.create(WATCHDOG, {
    delayInMinutes: PERIOD_MINUTES,
    periodInMinutes: PERIOD_MINUTES,
  });
}

/** Keeps the alarm set for as long as this worker lives. */
export function startWatch(): void {
  void keepWatch();
  setInterval(() => void keepWatch(), LOOKED_AFTER_EVERY_MS);
}
