import { act, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { expect, vi } from 'vitest';
import { App } from '@/entrypoints/twitch.content/App';
import type { PageState } from '@/entrypoints/twitch.content/page/page-state';
import { type PanelChoice, panelChoiceItem } from '@/lib/settings/panel-choice';
import { type FavoriteFeed, storeFeed } from '../builders/feed';
import { fakeSend } from '../fakes/fake-send';

/** The channel page of the favorite streamer. */
export const FAVORITE_PAGE: PageState = {
  pathname: '/demo_streamer',
  theme: 'dark',
  isFullscreen: false,
  isOrphaned: false,
  placement: {
    open: { right: 348, top: 58, width: 320, height: 500 },
    folded: { right: 340, top: 58, width: 32, height: 80 },
    hasRoom: true,
  },
};

interface Setup {
  /** Differences from {@link FAVORITE_PAGE}. */
  page?: Partial<PageState>;
  choice?: PanelChoice;
  send?: ReturnType<typeof fakeSend>;
  isTrusted?: boolean;
}

/** Renders the panel with a stored feed. Resolves when the panel has read the feed. */
export async function openPanel(feed: FavoriteFeed, setup: Setup = {}) {
  const { page = {}, choice = {}, send = fakeSend(), isTrusted = true } = setup;
  await storeFeed(feed);
  await panelChoiceItem.setValue(choice);
  const reload = vi.fn<() => void>();
  let press: (() => void) | undefined;
  let notify: ((page: PageState) => void) | undefined;
  render(
    <App
      send={send}
      watchPage={(_signal, onChange) => {
        notify = onChange;
        onChange({ ...FAVORITE_PAGE, ...page });
      }}
      reload={reload}
      answer={(_signal, answers) => {
        press = () => answers['panel/toggle']?.();
      }}
      isTrusted={() => isTrusted}
    />,
  );
  await screen.findByRole('region', { name: 'Live events' });
  const changePage = async (change: Partial<PageState>) =>
    await act(() => notify?.({ ...FAVORITE_PAGE, ...change }));
  const goTo = async (pathname: string) => await changePage({ pathname });
  /** Presses the browser's shortcut that folds and unfolds the panel. */
  const pressShortcut = async () => {
    await vi.waitFor(() => expect(press).toBeDefined());
    await act(() => press?.());
  };
  return { send, reload, pressShortcut, changePage, goTo, user: userEvent.setup() };
}
