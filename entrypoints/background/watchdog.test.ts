import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { HOUR, SECOND } from '@/lib/time';
import { START } from '@/tests/support/fake-clock';
import { startWatch, WATCHDOG } from './watchdog';

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ now: START });
});

afterEach(() => {
  vi.useRealTimers();
});

/** Returns in how many seconds the alarm goes off; `null` if it is not set. */
async function alarmIn(): Promise<number | null> {
  const alarm = await browser.alarms.get(WATCHDOG);
  return alarm === undefined ? null : (alarm.scheduledTime - Date.now()) / SECOND;
}

async function pass(seconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(seconds * SECOND);
}

it('goes off half a minute after the worker started', async () => {
  startWatch();
  await pass(0);
  expect(await alarmIn()).toBe(30);
});

it('goes off at the same time when it is set twice', async () => {
  startWatch();
  await pass(25);
  startWatch();
  await pass(0);
  expect(await alarmIn()).toBe(5);
});

it('is set again when it was lost while the worker lives', async () => {
  startWatch();
  await pass(1);
  await browser.alarms.clearAll();
  expect(await alarmIn()).toBeNull();
  await pass(10);
  expect(await alarmIn()).toBeGreaterThan(0);
});

it('is set again when the clock was set back by hours', async () => {
  startWatch();
  await pass(1);
  vi.setSystemTime(START - 3 * HOUR);
  expect(await alarmIn()).toBeGreaterThan(2 * 3600);
  await pass(10);
  expect(await alarmIn()).toBeLessThanOrEqual(30);
});
