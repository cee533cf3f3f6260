import { act, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { NOTHING_KNOWN } from '@/lib/domain/channel/channel';
import { DEFAULT_FILTER } from '@/lib/domain/filter/filter';
import { isPanelAwaitedItem } from '@/lib/settings/panel-awaited';
import { aCheer, aSub } from '@/tests/support/builders/events';
import { aFeed, SIGNED_OUT } from '@/tests/support/builders/feed';
import { aView } from '@/tests/support/builders/rows';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { openPopup, storeEvents } from '@/tests/support/screens/popup';
import { setUpScreen } from '@/tests/support/screens/screen';

setUpScreen();

/** Creates a database that answers nothing until the end of the test. */
function blockedDatabase() {
  const db = freshDatabase();
  const { promise, resolve } = Promise.withResolvers<void>();
  db.on('ready', () => promise);
  onTestFinished(() => resolve());
  return db;
}

describe('the popup before the database has answered', () => {
  it('shows the published rows, but marks nothing as seen', async () => {
    const db = blockedDatabase();
    const rows = [aView(aCheer({ id: 'published' }))];
    const { send } = await openPopup(aFeed({ rows, newestSeq: 7 }), { db });
    expect(screen.getByRole('listitem').dataset.eventId).toBe('published');
    expect(send.sent).toEqual([]);
  });

  it('says that it loads if no rows are published', async () => {
    const db = blockedDatabase();
    await openPopup(aFeed(), { db });
    expect(screen.getByText('Loading…')).toBeDefined();
  });
});

describe('the popup after an installation or an update', () => {
  it('offers to reload pages of Twitch, until one of them shows the panel', async () => {
    await isPanelAwaitedItem.setValue(true);
    const { page, user } = await openPopup(SIGNED_OUT);
    expect(await screen.findByText(/show the panel after a reload/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Reload this tab' }));
    expect(page.reloadTab).toHaveBeenCalledOnce();
    await act(() => isPanelAwaitedItem.removeValue());
    expect(screen.queryByText(/show the panel after a reload/)).toBeNull();
  });
});

describe('the popup when signed in', () => {
  it('asks for a favorite when there is none', async () => {
    await openPopup(aFeed({ favorite: null, connection: { state: 'no_favorite' } }));
    expect(screen.getByRole('combobox', { name: 'Favorite streamer' })).toHaveProperty('value', '');
    expect(screen.queryByRole('link', { name: 'Watch stream' })).toBeNull();
  });

  it('shows the favorite, the live state and the connection', async () => {
    await openPopup(aFeed({ connection: { state: 'reconnecting', problem: 'offline' } }));
    expect(screen.getByRole('heading', { name: 'Demo_Streamer' })).toBeDefined();
    expect(screen.getByText('Live')).toBeDefined();
    expect(screen.getByRole('status').textContent).toContain('Check your internet connection');
    const link = screen.getByRole('link', { name: 'Watch stream' });
    expect(link.getAttribute('href')).toBe('https://www.twitch.tv/demo_streamer');
    expect(link.hasAttribute('title')).toBe(false);
  });

  it('links to the latest VOD while the favorite is offline', async () => {
    const recordingUrl = 'https://www.twitch.tv/videos/2001';
    await openPopup(aFeed({ channel: { ...NOTHING_KNOWN, recordingUrl } }));
    const link = screen.getByRole('link', { name: 'Watch stream' });
    expect(link.getAttribute('href')).toBe(recordingUrl);
    expect(link.title).toBe('Offline · latest\u00A0recording');
    expect(screen.getByText('Offline · latest recording')).toBeDefined();
  });

  it('links to the channel while the favorite is offline and has no VOD', async () => {
    await openPopup(aFeed({ channel: NOTHING_KNOWN }));
    const link = screen.getByRole('link', { name: 'Watch stream' });
    expect(link.getAttribute('href')).toBe('https://www.twitch.tv/demo_streamer');
    expect(screen.getByText('Offline')).toBeDefined();
  });

  it('says that the favorite is gone, and links to no stream of another user', async () => {
    const connection = { state: 'problem', problem: 'streamer_gone' } as const;
    await openPopup(aFeed({ channel: NOTHING_KNOWN, connection }));
    expect(screen.getByRole('status').textContent).toContain('Choose another streamer.');
    expect(screen.getByRole('combobox', { name: 'Favorite streamer' })).toBeDefined();
    expect(screen.queryByRole('link', { name: 'Watch stream' })).toBeNull();
  });

  it('lists the events of the favorite, newest first, and marks them as seen', async () => {
    const db = freshDatabase();
    await storeEvents(db, [aSub({ id: 'first' }), aCheer({ id: 'second' })]);
    const { send } = await openPopup(aFeed(), { db });
    const list = await screen.findByRole('list', { name: 'Recent events' });
    const items = within(list).getAllByRole('listitem');
    expect(items.map((item) => item.dataset.eventId)).toEqual(['second', 'first']);
    await waitFor(() =>
      expect(send.sent).toContainEqual(['feed/seen', { upTo: 2, streamerId: '100' }]),
    );
  });

  it('marks hidden events as seen, so that they do not count forever', async () => {
    const db = freshDatabase();
    await storeEvents(db, [aSub({ id: 'shown' }), aCheer({ id: 'hidden' })]);
    const filter = { ...DEFAULT_FILTER, hidden: ['cheers' as const] };
    const { send } = await openPopup(aFeed({ filter }), { db });
    const items = await screen.findAllByRole('listitem');
    expect(items.map((item) => item.dataset.eventId)).toEqual(['shown']);
    await waitFor(() =>
      expect(send.sent).toContainEqual(['feed/seen', { upTo: 2, streamerId: '100' }]),
    );
  });

  it('shows an event that arrives while the popup is open', async () => {
    const { db } = await openPopup(aFeed());
    const text = await screen.findByText(/^Waiting for/);
    expect(text.textContent).toBe('Waiting for the next event from Demo_Streamer.');
    await storeEvents(db, [aCheer({ id: 'live' })]);
    const item = await screen.findByRole('listitem');
    expect(item.dataset.eventId).toBe('live');
  });

  it('shows an error when the database cannot be opened', async () => {
    const db = freshDatabase();
    vi.spyOn(db, 'open').mockRejectedValue(new Error('no room'));
    await openPopup(aFeed(), { db });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain("can't be opened");
  });

  it('has exactly one status element', async () => {
    await openPopup(aFeed());
    expect(screen.getAllByRole('status')).toHaveLength(1);
  });
});

describe('choosing a favorite in the popup', () => {
  it('shows the current favorite and saves another one', async () => {
    const { send, user } = await openPopup(aFeed());
    const box = screen.getByRole('combobox', { name: 'Favorite streamer' });
    expect(box).toHaveProperty('value', 'demo_streamer');
    await user.clear(box);
    await user.type(box, 'other_streamer{Enter}');
    expect(send.sent).toContainEqual(['favorite/set', { userName: 'other_streamer' }]);
  });

  it('keeps the typed text and shows what is wrong with it', async () => {
    const send = fakeSend({ 'favorite/set': { ok: false, problem: 'streamer_not_found' } });
    const { user } = await openPopup(aFeed(), { send });
    const box = screen.getByRole('combobox', { name: 'Favorite streamer' });
    await user.clear(box);
    await user.type(box, 'nobody_at_all');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toBe(
      'There is no Twitch channel with that name. Check the spelling.',
    );
    expect(box).toHaveProperty('value', 'nobody_at_all');
    expect(screen.getByRole('heading', { name: 'Demo_Streamer' })).toBeDefined();
  });
});
