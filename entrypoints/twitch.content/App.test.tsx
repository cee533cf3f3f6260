import { act, render, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { NOTHING_KNOWN } from '@/lib/domain/channel/channel';
import { panelChoiceItem } from '@/lib/settings/panel-choice';
import { aCheer } from '@/tests/support/builders/events';
import {
  aFeed,
  anEndedFeed,
  type FavoriteFeed,
  SIGNED_OUT,
  storeFeed,
} from '@/tests/support/builders/feed';
import { aView } from '@/tests/support/builders/rows';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { FAVORITE_PAGE, openPanel } from '@/tests/support/screens/panel';
import { setUpScreen } from '@/tests/support/screens/screen';
import { App } from './App';

setUpScreen();

describe('the content of the panel', () => {
  it('lists events, newest first, and marks them as seen', async () => {
    const rows = [aView(aCheer({ id: 'new' })), aView(aCheer({ id: 'old' }))];
    const { send } = await openPanel(aFeed({ rows, newestSeq: 7 }));
    const items = within(screen.getByRole('list', { name: 'Recent events' })).getAllByRole(
      'listitem',
    );
    expect(items.map((item) => item.dataset.eventId)).toEqual(['new', 'old']);
    // Not the newest row: a filter may hide newer events.
    await waitFor(() => expect(send.sent).toEqual([['feed/seen', { upTo: 7, streamerId: '100' }]]));
  });

  it('marks only its rows as seen while there are older ones', async () => {
    const rows = [aView(aCheer({ id: 'new' })), aView(aCheer({ id: 'old' }))];
    const { send } = await openPanel(aFeed({ rows, newestSeq: 7, hasOlder: true }));
    await waitFor(() =>
      expect(send.sent).toEqual([['feed/seen', { upTo: 7, downTo: 'old', streamerId: '100' }]]),
    );
  });

  it('says that nothing is recorded while the database cannot be used', async () => {
    const problem = 'storage_full';
    await openPanel(aFeed({ connection: { state: 'problem', problem } }));
    expect(screen.getByRole('status').textContent).toMatch(/^Nothing is recorded.*no room left/);
  });

  it('says that the background has ended if nothing confirms the feed', async () => {
    await openPanel(aFeed({ publishedAt: Date.now() - 100_000 }));
    expect(screen.getByRole('status').textContent).toMatch(/^Not listening/);
  });

  it('marks no events as seen while folded', async () => {
    const { send } = await openPanel(aFeed({ newestSeq: 1 }), {
      page: { pathname: '/other_streamer' },
    });
    await act(() => undefined);
    expect(send.sent).toEqual([]);
  });

  it('explains an empty list with the filter, not with a lack of events', async () => {
    await openPanel(aFeed({ isFiltered: true }));
    expect(screen.getByText('Only events that pass your filter show up here.')).toBeDefined();
    expect(screen.queryByText(/Nothing yet/)).toBeNull();
  });

  it('shows an event that arrives', async () => {
    await openPanel(aFeed());
    expect(screen.getByText(/Nothing yet/)).toBeDefined();
    await act(() => storeFeed(aFeed({ rows: [aView(aCheer({ id: 'live' }))] })));
    expect((await screen.findByRole('listitem')).dataset.eventId).toBe('live');
  });

  it('shows an empty list until the rows that an older version stored are replaced', async () => {
    const { message: told, secondary: more, userMessage: words, ...row } = aView(aCheer());
    const rows = [{ ...row, told, more, words }] as unknown as FavoriteFeed['rows'];
    const { send } = await openPanel(aFeed({ rows, newestSeq: 7 }));
    expect(screen.queryByRole('listitem')).toBeNull();
    expect(send.sent).toEqual([]);
    await act(() => storeFeed(aFeed({ rows: [aView(aCheer({ id: 'new' }))] })));
    expect((await screen.findByRole('listitem')).dataset.eventId).toBe('new');
  });

  it.each([
    [{ state: 'connecting' }, 'Connecting to Twitch…'],
    [{ state: 'listening', problem: null }, 'Listening for events'],
    [{ state: 'reconnecting', problem: null }, 'Connection lost, reconnecting…'],
    [{ state: 'problem', problem: 'chat_refused' }, "Twitch won't let you read this chat"],
  ] as const)('shows the connection state: %j', async (connection, text) => {
    await openPanel(aFeed({ connection }));
    expect(screen.getByRole('status').textContent).toContain(text);
  });

  it('offers to sign in, and shows why it failed', async () => {
    const send = fakeSend({ 'auth/begin': { ok: false, problem: 'denied' } });
    const { user } = await openPanel(SIGNED_OUT, { send });
    await user.click(screen.getByRole('button', { name: 'Sign in with Twitch' }));
    expect(send.sent).toEqual([['auth/begin', {}]]);
    expect((await screen.findByRole('alert')).textContent).toContain('You did not authorize');
  });

  it.each(['/other_streamer', '/subs/other_streamer'])(
    'offers to make the streamer of the page %s the favorite',
    async (pathname) => {
      const feed = aFeed({ favorite: null, connection: { state: 'no_favorite' } });
      const { send, user } = await openPanel(feed, { page: { pathname } });
      await user.click(screen.getByRole('button', { name: 'Make other_streamer my favorite' }));
      expect(send.sent).toEqual([['favorite/set', { userName: 'other_streamer' }]]);
    },
  );

  it('says that the favorite is gone, and offers whoever has its name now', async () => {
    const connection = { state: 'problem', problem: 'streamer_gone' } as const;
    const { goTo } = await openPanel(aFeed({ connection }));
    expect(screen.getByRole('status').textContent).toContain('Choose another streamer.');
    expect(screen.getByRole('button', { name: 'Make demo_streamer my favorite' })).toBeDefined();
    await goTo('/other_streamer');
    expect(screen.queryByRole('link', { name: 'Watch stream' })).toBeNull();
  });

  it('links to the stream on every other page', async () => {
    const { goTo } = await openPanel(aFeed(), { choice: { elsewhere: 'open' } });
    expect(screen.queryByRole('link', { name: 'Watch stream' })).toBeNull();
    await goTo('/other_streamer');
    const link = screen.getByRole('link', { name: 'Watch stream' });
    expect(link.getAttribute('href')).toBe('https://www.twitch.tv/demo_streamer');
  });

  it('links to the latest VOD while the favorite is offline', async () => {
    const recordingUrl = 'https://www.twitch.tv/videos/2001';
    const feed = aFeed({ channel: { ...NOTHING_KNOWN, recordingUrl } });
    const { goTo } = await openPanel(feed, { choice: { elsewhere: 'open' } });
    await goTo('/other_streamer');
    const link = screen.getByRole('link', { name: 'Watch stream' });
    expect(link.getAttribute('href')).toBe(recordingUrl);
    expect(link.title).toBe('Offline · latest\u00A0recording');
  });

  it('asks the user to reload the page when the extension is gone', async () => {
    const { reload, user } = await openPanel(aFeed(), { page: { isOrphaned: true } });
    await user.click(screen.getByRole('button', { name: 'Reload this page' }));
    expect(reload).toHaveBeenCalledOnce();
    await user.click(screen.getByRole('button', { name: 'Fold the panel' }));
    expect(screen.queryByRole('region')).toBeNull();
  });
});

describe('clicks by scripts of the page', () => {
  it('are ignored', async () => {
    const { send, user } = await openPanel(anEndedFeed(), { isTrusted: false });
    await user.click(screen.getByRole('button', { name: 'Sign in with Twitch' }));
    await user.click(screen.getByRole('button', { name: 'Fold the panel' }));
    expect(send.sent).toEqual([]);
    expect(await panelChoiceItem.getValue()).toEqual({});
  });

  it('are recognized by `isTrusted`', async () => {
    const send = fakeSend();
    await storeFeed(anEndedFeed());
    render(
      <App
        send={send}
        watchPage={(_signal, _wanted, onChange) => {
          onChange(FAVORITE_PAGE);
          return () => undefined;
        }}
        reload={() => undefined}
        answer={() => undefined}
      />,
    );
    const button = await screen.findByRole('button', { name: 'Sign in with Twitch' });
    button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(send.sent).toEqual([]);
  });
});
