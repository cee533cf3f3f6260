import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { pageActionsOf, type View } from './page-actions';

const URL = 'https://www.twitch.tv/demo_streamer';

/** Lets the active tab answer like a page of Twitch, like no page of ours, or with an error. */
function activeTab(answer: unknown) {
  vi.spyOn(browser.tabs, 'query').mockResolvedValue([{ id: 7 }] as never);
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(answer as never);
  const create = vi.spyOn(browser.tabs, 'create').mockResolvedValue({} as never);
  const update = vi.spyOn(browser.tabs, 'update').mockResolvedValue({} as never);
  return { create, update };
}

const close = vi.fn<() => void>();
beforeEach(() => {
  close.mockClear();
  vi.spyOn(window, 'close').mockImplementation(close);
});

describe('watching a stream', () => {
  it.each<View>(['popup', 'side'])('goes there in a tab of Twitch, from the %s', async (view) => {
    const { create, update } = activeTab(async () => ({ path: '/other_streamer' }));
    pageActionsOf(view, null).watch(URL);
    await vi.waitFor(() => expect(update).toHaveBeenCalledWith(7, { url: URL }));
    expect(create).not.toHaveBeenCalled();
    expect(close).toHaveBeenCalledTimes(view === 'popup' ? 1 : 0);
  });

  it.each([
    ['shows something else', async () => await Promise.reject(new Error('no receiver'))],
    ['does not answer', async () => undefined],
  ])('opens a new tab if the active one %s', async (_what, answer) => {
    const { create, update } = activeTab(answer);
    pageActionsOf('popup', null).watch(URL);
    await vi.waitFor(() => expect(create).toHaveBeenCalledWith({ url: URL }));
    expect(update).not.toHaveBeenCalled();
  });

  it('leaves the tab that this page is in', async () => {
    const { create, update } = activeTab(async () => ({ path: '/' }));
    pageActionsOf('tab', null).watch(URL);
    await vi.waitFor(() => expect(create).toHaveBeenCalledWith({ url: URL }));
    expect(update).not.toHaveBeenCalled();
  });
});

it('opens a window of its own, and closes the popup', async () => {
  const create = vi.spyOn(browser.windows, 'create').mockResolvedValue({} as never);
  pageActionsOf('popup', null).popOut?.();
  await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
  expect(create.mock.lastCall?.[0]).toMatchObject({ type: 'popup', url: '/popup.html#window' });
});

it('offers no window in that window, and no side panel in it or without one', () => {
  const sidePanel = { open: async () => undefined };
  expect(pageActionsOf('window', sidePanel).popOut).toBeUndefined();
  expect(pageActionsOf('side', sidePanel).openSidePanel).toBeUndefined();
  expect(pageActionsOf('popup', null).openSidePanel).toBeUndefined();
  expect(pageActionsOf('popup', sidePanel).openSidePanel).toBeDefined();
});

it('shows the history of one viewer in a tab, and closes the popup', async () => {
  const create = vi.spyOn(browser.tabs, 'create').mockResolvedValue({} as never);
  vi.spyOn(browser.tabs, 'query').mockResolvedValue([] as never);
  pageActionsOf('popup', null).showHistory('7');
  await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
  expect(create.mock.lastCall?.[0]?.url).toMatch(/\/history\.html\?viewer=7$/);
});
