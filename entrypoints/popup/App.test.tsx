import { act, render, screen, waitFor, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Database } from '@/lib/db/database';
import { NOTHING_KNOWN } from '@/lib/domain/channel/channel';
import type { StreamEvent } from '@/lib/domain/event/event';
import { DEFAULT_FILTER } from '@/lib/domain/filter/filter';
import { type Feed, feedItem } from '@/lib/settings/feed';
import { aCheer, anEvent, aSub } from '@/tests/support/events';
import { fakeSend } from '@/tests/support/fake-send';
import { aFeed, SIGNED_OUT, STREAMER } from '@/tests/support/feed';
import { freshDatabase } from '@/tests/support/fresh-database';
import { setUpScreen } from '@/tests/support/screen';
import { App } from './App';

setUpScreen();

async function open(feed: Feed, { db = freshDatabase(), send = fakeSend() } = {}) {
  await feedItem.setValue(feed);
  render(<App db={db} send={send} optionsUrl="ext:/options.html" />);
  await screen.findByRole('status');
  return { db, send, user: userEvent.setup() };
}

async function store(db: Database, events: readonly StreamEvent[]) {
  for (const event of events) await db.events.add({ ...event, row_at: event.created_at });
}

describe('the popup, signed out', () => {
  it('offers to sign in', async () => {
    const { send, user } = await open(SIGNED_OUT);
    expect(screen.getByRole('status').textContent).toBe('Not signed in');
    await user.click(screen.getByRole('button', { name: 'Sign in with Twitch' }));
    expect(send.sent).toContainEqual(['auth/begin', {}]);
  });

  it('tells how the last attempt failed, and leads to where it is mended', async () => {
    await open({ ...SIGNED_OUT, connection: { state: 'signed_out', problem: 'no_client_id' } });
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('Enter your Twitch Client ID in the options first.');
    const link = within(alert).getByRole('link', { name: 'Open the options' });
    expect(link.getAttribute('href')).toBe('ext:/options.html');
  });
});

describe('the popup, signed in', () => {
  it('asks for a favorite while there is none', async () => {
    await open(aFeed({ favorite: null, connection: { state: 'no_favorite' } }));
    expect(screen.getByRole('combobox', { name: 'Favorite streamer' })).toHaveProperty('value', '');
    expect(screen.queryByRole('link', { name: 'Watch stream' })).toBeNull();
  });

  it('shows the favorite, what is on, and how well it hears', async () => {
    await open(aFeed({ connection: { state: 'reconnecting', problem: 'offline' } }));
    expect(screen.getByRole('heading', { name: 'Demo_Streamer' })).toBeDefined();
    expect(screen.getByText('Live')).toBeDefined();
    expect(screen.getByRole('status').textContent).toContain('Check your internet connection');
    const link = screen.getByRole('link', { name: 'Watch stream' });
    expect(link.getAttribute('href')).toBe('https://www.twitch.tv/demo_streamer');
    expect(link.hasAttribute('title')).toBe(false);
  });

  it('leads to the latest recording while nothing is on', async () => {
    const recordingUrl = 'https://www.twitch.tv/videos/2001';
    await open(aFeed({ channel: { ...NOTHING_KNOWN, recordingUrl } }));
    const link = screen.getByRole('link', { name: 'Watch stream' });
    expect(link.getAttribute('href')).toBe(recordingUrl);
    expect(link.title).toBe('Offline · latest\u00A0recording');
    expect(screen.getByText('Offline · latest recording')).toBeDefined();
  });

  it('leads to the channel while nothing is on and no recording is kept', async () => {
    await open(aFeed({ channel: NOTHING_KNOWN }));
    const link = screen.getByRole('link', { name: 'Watch stream' });
    expect(link.getAttribute('href')).toBe('https://www.twitch.tv/demo_streamer');
    expect(screen.getByText('Offline')).toBeDefined();
  });

  it('lists the newest events of the favorite, newest first, and marks them seen', async () => {
    const db = freshDatabase();
    await store(db, [aSub({ id: 'first' }), aCheer({ id: 'second' })]);
    const { send } = await open(aFeed(), { db });
    const list = await screen.findByRole('list', { name: 'Recent events' });
    const items = within(list).getAllByRole('listitem');
    expect(items.map((item) => item.dataset.eventId)).toEqual(['second', 'first']);
    await waitFor(() => expect(send.sent).toContainEqual(['feed/seen', { upTo: 2 }]));
  });

  it('marks seen what the filter hides, so that it does not count for ever', async () => {
    const db = freshDatabase();
    await store(db, [aSub({ id: 'shown' }), aCheer({ id: 'hidden' })]);
    const filter = { ...DEFAULT_FILTER, hidden: ['cheers' as const] };
    const { send } = await open(aFeed({ filter }), { db });
    const items = await screen.findAllByRole('listitem');
    expect(items.map((item) => item.dataset.eventId)).toEqual(['shown']);
    await waitFor(() => expect(send.sent).toContainEqual(['feed/seen', { upTo: 2 }]));
  });

  it('shows an event that comes while it is open', async () => {
    const { db } = await open(aFeed());
    await screen.findByText('Waiting for the next event from Demo_Streamer.');
    await store(db, [aCheer({ id: 'live' })]);
    const item = await screen.findByRole('listitem');
    expect(item.dataset.eventId).toBe('live');
  });

  it('counts by streamer and by type', async () => {
    const db = freshDatabase();
    await db.channels.add({ ...STREAMER, ...NOTHING_KNOWN });
    await db.counts.bulkAdd([
      { streamer_id: '100', event_type: 'cheer', period: 'all', count: 1200 },
      { streamer_id: '100', event_type: 'sub', period: 'all', count: 34 },
    ]);
    await open(aFeed(), { db });
    const counts = await screen.findByRole('region', { name: 'Counts' });
    expect(await within(counts).findByText('1,234 events')).toBeDefined();
    const row = within(counts).getByRole('row', { name: /Cheers/ });
    expect(row.textContent).toContain('1,200');
  });

  it('says so when the database can not be opened', async () => {
    const db = freshDatabase();
    vi.spyOn(db, 'open').mockRejectedValue(new Error('no room'));
    await open(aFeed(), { db });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain("can't be opened");
  });

  it('has one status only', async () => {
    await open(aFeed());
    expect(screen.getAllByRole('status')).toHaveLength(1);
  });

  it('leads to what is received, and why the rest is not', async () => {
    await open(aFeed());
    const link = screen.getByRole('link', { name: 'What you receive' });
    expect(link.getAttribute('href')).toBe('ext:/options.html#receiving');
  });

  it('signs out', async () => {
    const { send, user } = await open(aFeed());
    await user.click(screen.getByRole('button', { name: 'Sign out' }));
    expect(send.sent).toContainEqual(['auth/signOut', {}]);
  });
});

describe('the filter of the popup', () => {
  const only = { ...DEFAULT_FILTER, subsAndCheersOnly: true };
  const toggle = () => screen.getByRole('button', { name: 'Subs and cheers only' });

  it('is switched on with one click, and off with another', async () => {
    const { send, user } = await open(aFeed());
    expect(toggle().getAttribute('aria-pressed')).toBe('false');
    await user.click(toggle());
    expect(send.sent).toContainEqual(['feed/subsAndCheersOnly', { isOn: true }]);
    await act(() => feedItem.setValue(aFeed({ filter: only })));
    await waitFor(() => expect(toggle().getAttribute('aria-pressed')).toBe('true'));
    await user.click(toggle());
    expect(send.sent).toContainEqual(['feed/subsAndCheersOnly', { isOn: false }]);
  });

  it('narrows the list, says so, and lets everything back in', async () => {
    const db = freshDatabase();
    await store(db, [aSub({ id: 'sub' }), anEvent('follow', {}, { id: 'follow' })]);
    await open(aFeed(), { db });
    const ids = () => screen.queryAllByRole('listitem').map((item) => item.dataset.eventId);
    await waitFor(() => expect(ids()).toEqual(['follow', 'sub']));
    expect(screen.queryByText(/^Filtered/)).toBeNull();
    await act(() => feedItem.setValue(aFeed({ filter: only })));
    await waitFor(() => expect(ids()).toEqual(['sub']));
    expect(screen.getByText('Filtered: subs, gifts and cheers only')).toBeDefined();
    await act(() => feedItem.setValue(aFeed()));
    await waitFor(() => expect(ids()).toEqual(['follow', 'sub']));
    // What comes back is not new.
    expect(screen.getAllByRole('listitem').map((item) => item.dataset.new)).toEqual([
      'false',
      'false',
    ]);
  });

  it('is named as the reason for an empty list', async () => {
    await open(aFeed({ filter: only }));
    expect(
      await screen.findByText('Nothing from Demo_Streamer passes your filter yet.'),
    ).toBeDefined();
  });

  it('leads to all filters', async () => {
    await open(aFeed());
    const link = screen.getByRole('link', { name: 'Filters' });
    expect(link.getAttribute('href')).toBe('ext:/options.html#filters');
  });

  it('says so when it could not be changed', async () => {
    const send = fakeSend({ 'feed/subsAndCheersOnly': { ok: false, problem: 'unreachable' } });
    const { user } = await open(aFeed(), { send });
    await user.click(toggle());
    expect((await screen.findByRole('alert')).textContent).toContain('Reload this page');
  });
});

describe('choosing the favorite', () => {
  it('shows the current one and saves another', async () => {
    const { send, user } = await open(aFeed());
    const box = screen.getByRole('combobox', { name: 'Favorite streamer' });
    expect(box).toHaveProperty('value', 'demo_streamer');
    await user.clear(box);
    await user.type(box, 'other_streamer{Enter}');
    expect(send.sent).toContainEqual(['favorite/set', { userName: 'other_streamer' }]);
  });

  it('keeps what was typed and says what is wrong with it', async () => {
    const send = fakeSend({ 'favorite/set': { ok: false, problem: 'streamer_not_found' } });
    const { user } = await open(aFeed(), { send });
    const box = screen.getByRole('combobox', { name: 'Favorite streamer' });
    await user.clear(box);
    await user.type(box, 'nobody_at_all');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toBe('There is no Twitch channel of that name. Check the spelling.');
    expect(box).toHaveProperty('value', 'nobody_at_all');
    expect(screen.getByRole('heading', { name: 'Demo_Streamer' })).toBeDefined();
  });
});
