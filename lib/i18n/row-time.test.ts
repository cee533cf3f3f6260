import { afterEach, expect, it, vi } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '@/lib/time';
import { stubBrowserLocale } from '@/tests/support/fakes/browser-locale';

afterEach(() => void vi.resetModules());

/** Monday. */
const NOW = new Date(2026, 10, 23, 21, 30).getTime();

/** Formats are kept, so each language needs a module of its own. */
async function inLanguage(locale: string) {
  stubBrowserLocale(locale);
  vi.resetModules();
  const { installEnglish } = await import('@/tests/support/english');
  installEnglish();
  return await import('./row-time');
}

/** `Intl` separates the time of day and AM or PM by a narrow space. */
const plain = (text: string) => text.replaceAll('\u202f', ' ');

it.each([
  ['en-GB', -HOUR, 'now'],
  ['en-GB', 0, 'now'],
  ['en-GB', 59 * SECOND, 'now'],
  ['en-GB', MINUTE, '1m'],
  ['en-GB', HOUR - 1, '59m'],
  ['en-GB', HOUR, '20:30'],
  ['en-US', HOUR, '8:30 PM'],
  ['de', HOUR, '20:30'],
  ['en-GB', 21 * HOUR + 31 * MINUTE, 'Sun 23:59'],
  ['en-US', DAY, 'Sun 9:30 PM'],
  ['en-GB', 6 * DAY, 'Tue 21:30'],
  ['en-GB', 7 * DAY, '16 Nov'],
  ['en-GB', 365 * DAY, '23 Nov 2025'],
])('in %s, %i ms ago is %s', async (locale, elapsed, text) => {
  const { rowTime } = await inLanguage(locale);
  expect(plain(rowTime(NOW - elapsed, NOW)).replace(',', '')).toBe(text);
});

it('counts minutes over midnight', async () => {
  const { rowTime } = await inLanguage('en-GB');
  const midnight = new Date(2026, 10, 24).getTime();
  expect(rowTime(midnight - 5 * MINUTE, midnight + 5 * MINUTE)).toBe('10m');
});

it.each([
  [-HOUR, 'Today'],
  [21 * HOUR, 'Today'],
  [22 * HOUR, 'Yesterday'],
  [2 * DAY, 'Saturday 21 November'],
  [7 * DAY, 'Monday 16 November'],
  [365 * DAY, '23 November 2025'],
])('the day %i ms ago is %s', async (elapsed, text) => {
  const { dayName } = await inLanguage('en-GB');
  expect(dayName(NOW - elapsed, NOW).replace(',', '')).toBe(text);
});
