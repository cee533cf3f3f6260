import { render } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { MINUTE } from '@/lib/time';
import { stubBrowserLocale } from '@/tests/support/fakes/browser-locale';
import { setUpScreen } from '@/tests/support/screens/screen';
import { GapMark } from './GapMark';

setUpScreen();

it.each([
  ['en-GB', '08:04', '20:30'],
  ['en-US', '8:04 AM', '8:30 PM'],
  ['de', '08:04', '20:30'],
])("shows the times of a gap by the browser's clock: %s", (locale, from, until) => {
  stubBrowserLocale(locale);
  const now = new Date();
  const gap = {
    streamer_id: '100',
    from: now.setHours(8, 4, 0, 0),
    until: now.setHours(20, 30, 0, 0) + MINUTE - 1,
    reason: 'not_running',
  } as const;
  const { container } = render(<GapMark gap={gap} />);
  const text = container.textContent?.replaceAll('\u202f', ' ');
  expect(text).toContain(`from ${from} `);
  expect(text).toContain(until);
});
