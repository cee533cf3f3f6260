import { act, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { HOUR } from '@/lib/time';
import { aFeed, storeFeed } from '@/tests/support/builders/feed';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { FAVORITE_PAGE } from '@/tests/support/screens/panel';
import { setUpScreen } from '@/tests/support/screens/screen';
import { App } from './App';
import type { PageState } from './page/page-state';

setUpScreen();

let state: DocumentVisibilityState = 'visible';

/** Shows or hides the tab. */
async function show(next: DocumentVisibilityState): Promise<void> {
  state = next;
  await act(() => void document.dispatchEvent(new Event('visibilitychange')));
}

afterEach(() => {
  state = 'visible';
  vi.useRealTimers();
});

it('reads, measures and sends nothing while the tab is hidden, and catches up afterwards', async () => {
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => state);
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  const signals: AbortSignal[] = [];
  const watchPage = (signal: AbortSignal, onChange: (page: PageState) => void) => {
    signals.push(signal);
    onChange(FAVORITE_PAGE);
  };
  const send = fakeSend();
  await storeFeed(aFeed({ newestSeq: 1 }));
  render(
    <App send={send} watchPage={watchPage} reload={() => undefined} answer={() => undefined} />,
  );
  await screen.findByRole('region');
  await vi.waitFor(() => expect(send.sent).toHaveLength(1));

  await show('hidden');
  const read = vi.spyOn(fakeBrowser.storage.local, 'get');
  const message = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
  await act(() => void vi.advanceTimersByTime(HOUR));
  await act(() => storeFeed(aFeed({ newestSeq: 2, unseen: 1 })));
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  expect([send.sent.length, message.mock.calls.length, read.mock.calls.length]).toEqual([1, 0, 0]);
  expect(vi.getTimerCount()).toBe(0);

  await show('visible');
  await vi.waitFor(() =>
    expect(send.sent.at(-1)).toEqual(['feed/seen', { upTo: 2, streamerId: '100' }]),
  );
  // The feed of an hour ago is out of date, but nothing is wrong: a new one is there.
  expect(message).not.toHaveBeenCalled();
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
});
