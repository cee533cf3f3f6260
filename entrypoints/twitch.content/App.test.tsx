import { act, render, screen, waitFor, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { NOTHING_KNOWN } from '@/lib/domain/channel/channel';
import { type Feed, feedItem } from '@/lib/settings/feed';
import { type PanelChoice, panelChoiceItem } from '@/lib/settings/items';
import { aCheer } from '@/tests/support/events';
import { fakeSend } from '@/tests/support/fake-send';
import { aFeed, SIGNED_OUT } from '@/tests/support/feed';
import { aView } from '@/tests/support/rows';
import { setUpScreen } from '@/tests/support/screen';
import { App } from './App';
import type { PageState } from './page/page-state';

setUpScreen();

const AROUND: PageState = {
  pathname: '/demo_streamer',
  theme: 'dark',
  isFullscreen: false,
  isOrphaned: false,
  placement: { right: 340, top: 58, height: 500 },
};

interface Setting {
  around?: Partial<PageState>;
  choice?: PanelChoice;
  send?: ReturnType<typeof fakeSend>;
  isTrusted?: boolean;
}

async function open(feed: Feed, setting: Setting = {}) {
  const { choice = {}, send = fakeSend(), isTrusted = true } = setting;
  await feedItem.setValue(feed);
  await panelChoiceItem.setValue(choice);
  const reload = vi.fn<() => void>();
  let move: ((next: PageState) => void) | undefined;
  render(
    <App
      send={send}
      watch={(onChange) => {
        move = onChange;
        onChange({ ...AROUND, ...setting.around });
      }}
      reload={reload}
      isTrusted={() => isTrusted}
    />,
  );
  await screen.findByRole('region', { name: 'Live events' });
  const around = async (next: Partial<PageState>) =>
    await act(() => move?.({ ...AROUND, ...next }));
  const goTo = async (pathname: string) => await around({ pathname });
  return { send, reload, around, goTo, user: userEvent.setup() };
}

const fold = () => screen.queryByRole('button', { name: 'Fold the panel' });
const unfold = () => screen.queryByRole('button', { name: /Show live events/ });

describe('how the panel stands', () => {
  it.each([
    ['open on the page of the favorite', '/demo_streamer', {}, true],
    ['open on the pages below it', '/demo_streamer/videos', {}, true],
    ['folded on another channel', '/other_streamer', {}, false],
    ['folded on pages of Twitch', '/directory/following', {}, false],
    ['folded over a chat in its own window', '/popout/demo_streamer/chat', {}, false],
    ['folded where the user chose so', '/demo_streamer', { onFavorite: 'folded' }, false],
    ['open where the user chose so', '/other_streamer', { elsewhere: 'open' }, true],
  ] as const)('is %s', async (_name, pathname, choice, isOpen) => {
    await open(aFeed(), { around: { pathname }, choice });
    expect(fold() !== null).toBe(isOpen);
    expect(unfold() === null).toBe(isOpen);
  });

  it('follows the page and remembers the choice', async () => {
    const { goTo, user } = await open(aFeed());
    await goTo('/other_streamer');
    await user.click(screen.getByRole('button', { name: /Show live events/ }));
    expect(await screen.findByRole('button', { name: 'Fold the panel' })).toBeDefined();
    expect(await panelChoiceItem.getValue()).toEqual({ elsewhere: 'open' });
  });

  it('tells on the folded tab how much is new', async () => {
    await open(aFeed({ unseen: 120 }), { around: { pathname: '/other_streamer' } });
    expect(unfold()?.textContent).toBe('99+');
    expect(unfold()?.getAttribute('aria-label')).toBe('Show live events, 120 new');
  });

  it('has the theme of the page', async () => {
    await open(aFeed(), { around: { theme: 'light' } });
    expect(screen.getByRole('region').parentElement?.dataset.theme).toBe('light');
  });

  it('hides while something is shown in fullscreen, and marks nothing seen', async () => {
    const { send, around } = await open(aFeed({ newestSeq: 1 }));
    await waitFor(() => expect(send.sent).toHaveLength(1));
    await around({ isFullscreen: true });
    expect(screen.queryByRole('region')).toBeNull();
    await act(() => feedItem.setValue(aFeed({ newestSeq: 2 })));
    expect(send.sent).toHaveLength(1);
  });
});

describe('what the panel shows', () => {
  it('lists events newest first and marks them seen', async () => {
    const rows = [aView(aCheer({ id: 'new' })), aView(aCheer({ id: 'old' }))];
    const { send } = await open(aFeed({ rows, newestSeq: 7 }));
    const items = within(screen.getByRole('list', { name: 'Recent events' })).getAllByRole(
      'listitem',
    );
    expect(items.map((item) => item.dataset.eventId)).toEqual(['new', 'old']);
    // Not what came last among the rows: a filter may hide what came after it.
    await waitFor(() => expect(send.sent).toEqual([['feed/seen', { upTo: 7 }]]));
  });

  it('marks nothing seen while folded', async () => {
    const { send } = await open(aFeed({ newestSeq: 1 }), {
      around: { pathname: '/other_streamer' },
    });
    await act(() => undefined);
    expect(send.sent).toEqual([]);
  });

  it('says that a filter decides what is shown, and not that nothing has come', async () => {
    await open(aFeed({ isFiltered: true }));
    expect(screen.getByText('Only events that pass your filter show up here.')).toBeDefined();
    expect(screen.queryByText(/Nothing yet/)).toBeNull();
  });

  it('takes in an event that comes', async () => {
    await open(aFeed());
    expect(screen.getByText(/Nothing yet/)).toBeDefined();
    await act(() => feedItem.setValue(aFeed({ rows: [aView(aCheer({ id: 'live' }))] })));
    expect((await screen.findByRole('listitem')).dataset.eventId).toBe('live');
  });

  it.each([
    [{ state: 'connecting' }, 'Connecting to Twitch…'],
    [{ state: 'listening', problem: null }, 'Listening for events'],
    [{ state: 'reconnecting', problem: null }, 'Connection lost, reconnecting…'],
    [{ state: 'problem', problem: 'chat_refused' }, "Twitch won't let you read this chat"],
  ] as const)('says how well it hears: %j', async (connection, words) => {
    await open(aFeed({ connection }));
    expect(screen.getByRole('status').textContent).toContain(words);
  });

  it('offers to sign in, and tells how it failed', async () => {
    const send = fakeSend({ 'auth/begin': { ok: false, problem: 'denied' } });
    const { user } = await open(SIGNED_OUT, { send });
    await user.click(screen.getByRole('button', { name: 'Sign in with Twitch' }));
    expect(send.sent).toEqual([['auth/begin', {}]]);
    expect((await screen.findByRole('alert')).textContent).toContain('You did not authorize');
  });

  it('offers the streamer of the page as the favorite', async () => {
    const feed = aFeed({ favorite: null, connection: { state: 'no_favorite' } });
    const { send, user } = await open(feed, { around: { pathname: '/other_streamer' } });
    await user.click(screen.getByRole('button', { name: 'Make other_streamer my favorite' }));
    expect(send.sent).toEqual([['favorite/set', { userName: 'other_streamer' }]]);
  });

  it('leads to the stream from any other page', async () => {
    const { goTo } = await open(aFeed(), { choice: { elsewhere: 'open' } });
    expect(screen.queryByRole('link', { name: 'Watch stream' })).toBeNull();
    await goTo('/other_streamer');
    const link = screen.getByRole('link', { name: 'Watch stream' });
    expect(link.getAttribute('href')).toBe('https://www.twitch.tv/demo_streamer');
  });

  it('leads to the latest recording while nothing is on', async () => {
    const recordingUrl = 'https://www.twitch.tv/videos/2001';
    const feed = aFeed({ channel: { ...NOTHING_KNOWN, recordingUrl } });
    const { goTo } = await open(feed, { choice: { elsewhere: 'open' } });
    await goTo('/other_streamer');
    const link = screen.getByRole('link', { name: 'Watch stream' });
    expect(link.getAttribute('href')).toBe(recordingUrl);
    expect(link.title).toBe('Offline · latest\u00A0recording');
  });

  it('asks for a reload when the extension is gone', async () => {
    const { reload, user } = await open(aFeed(), { around: { isOrphaned: true } });
    await user.click(screen.getByRole('button', { name: 'Reload this page' }));
    expect(reload).toHaveBeenCalledOnce();
    await user.click(screen.getByRole('button', { name: 'Fold the panel' }));
    expect(screen.queryByRole('region')).toBeNull();
  });
});

describe('clicks of the page’s own scripts', () => {
  it('do nothing', async () => {
    const { send, user } = await open(SIGNED_OUT, { isTrusted: false });
    await user.click(screen.getByRole('button', { name: 'Sign in with Twitch' }));
    await user.click(screen.getByRole('button', { name: 'Fold the panel' }));
    expect(send.sent).toEqual([]);
    expect(await panelChoiceItem.getValue()).toEqual({});
  });

  it('are told by the browser', async () => {
    const send = fakeSend();
    await feedItem.setValue(SIGNED_OUT);
    render(<App send={send} watch={(onChange) => onChange(AROUND)} reload={() => undefined} />);
    const button = await screen.findByRole('button', { name: 'Sign in with Twitch' });
    button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(send.sent).toEqual([]);
  });
});
