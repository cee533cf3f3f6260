import { act, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ConnectionStatus } from '@/components/feed/ConnectionStatus';
import { MINUTE, SECOND } from '@/lib/time';
import { aFeed, storeFeed } from '@/tests/support/builders/feed';
import { setUpScreen } from '@/tests/support/screens/screen';
import { useFeedIndex } from './use-feed';

setUpScreen();

/** The commands that would have woken the background. */
let woken = 0;

beforeEach(() => {
  woken = 0;
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  fakeBrowser.runtime.onMessage.addListener(() => void (woken += 1));
});
afterEach(() => void vi.useRealTimers());

function Screen() {
  const index = useFeedIndex();
  return index === undefined ? null : <ConnectionStatus connection={index.connection} />;
}

const passes = async (ms: number) => await act(() => void vi.advanceTimersByTime(ms));
const status = () => screen.getByRole('status').textContent;

it('says that the background has ended when it does not confirm the feed, and wakes it', async () => {
  await storeFeed(aFeed());
  render(<Screen />);
  expect((await screen.findByRole('status')).textContent).toBe('Listening for events');
  await passes(MINUTE);
  expect([status(), woken]).toEqual(['Listening for events', 0]);
  await passes(30 * SECOND);
  expect(status()).toMatch(/^Not listeningThe background of this extension does not respond/);
  expect(woken).toBe(1);
  await act(() => storeFeed(aFeed()));
  expect(status()).toBe('Listening for events');
});

it('shows a feed as long as it is confirmed', async () => {
  await storeFeed(aFeed());
  render(<Screen />);
  await screen.findByRole('status');
  for (let half = 0; half < 6; half += 1) {
    await passes(30 * SECOND);
    await act(() => storeFeed(aFeed()));
    expect([status(), woken]).toEqual(['Listening for events', 0]);
  }
});

it.each([
  ['an hour ago', -60 * MINUTE],
  ['in an hour: the clock was set back', 60 * MINUTE],
])('does not believe a feed that was published %s', async (_when, by) => {
  await storeFeed(aFeed({ publishedAt: Date.now() + by }));
  render(<Screen />);
  expect((await screen.findByRole('status')).textContent).toContain('Not listening');
  expect(woken).toBe(1);
});
