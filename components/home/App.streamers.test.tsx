import { act, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { IndexedStreamer } from '@/lib/settings/feed';
import { feedIndexItem, unseenItem } from '@/lib/settings/feed-item';
import { popupTabItem } from '@/lib/settings/popup/popup-tab';
import { aCheer, aSub } from '@/tests/support/builders/events';
import {
  aFeed,
  aFeedIndex,
  anEndedFeed,
  anIndexedStreamer,
  anotherStreamer,
} from '@/tests/support/builders/feed';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { openPopup, storeEvents } from '@/tests/support/screens/popup';
import { setUpScreen } from '@/tests/support/screens/screen';

// In one file, though long: all of it happens in the tabs that `open` renders.

setUpScreen();

const LIVE = { streamId: '2', startedAt: 0 };
const FAVORITE = anIndexedStreamer();
const OTHER = anotherStreamer({ live: LIVE });

/** Opens the popup with these streamers, and the tab that was chosen the last time. */
async function open(
  streamers: readonly IndexedStreamer[] = [FAVORITE, OTHER],
  { tab = 'favorite', ...setup }: { tab?: string } & Parameters<typeof openPopup>[1] = {},
) {
  await popupTabItem.setValue(tab);
  return await openPopup({ ...aFeed(), streamers }, setup);
}

const tab = (name: string) => screen.getByRole('tab', { name });
const selected = () => screen.getByRole('tab', { selected: true });
const panel = () => screen.getByRole('tabpanel');
const heading = async (name: string) => await screen.findByRole('heading', { name, level: 1 });
const list = (streamers: readonly IndexedStreamer[]) =>
  act(() => feedIndexItem.setValue(aFeedIndex({ streamers })));

describe('the tabs of the popup', () => {
  it('are there with no one but the favorite', async () => {
    await open([FAVORITE]);
    const names = screen.getAllByRole('tab').map(({ textContent }) => textContent);
    expect(names).toEqual(['All', expect.stringContaining('Demo_Streamer')]);
    expect(screen.getByRole('button', { name: 'Add streamer' })).toBeDefined();
  });

  it('are not there without streamers', async () => {
    await openPopup(aFeed({ favorite: null, connection: { state: 'no_favorite' } }));
    expect(screen.queryByRole('tablist')).toBeNull();
    expect(screen.queryByRole('tabpanel')).toBeNull();
  });

  it('label the panel, in which each streamer has a stream and a list', async () => {
    const { user } = await open();
    expect(panel().getAttribute('aria-labelledby')).toBe(tab('Demo_Streamer').id);
    await user.click(tab('Other_Streamer'));
    expect(await heading('Other_Streamer')).toBeDefined();
    expect(panel().getAttribute('aria-labelledby')).toBe(tab('Other_Streamer').id);
    expect(panel().id).toBe(tab('Other_Streamer').getAttribute('aria-controls'));
    const link = within(panel()).getByRole('link', { name: 'Watch stream' });
    expect(link.getAttribute('href')).toBe('https://www.twitch.tv/other_streamer');
    expect(within(panel()).getByText('Live')).toBeDefined();
    expect(screen.queryByRole('combobox', { name: 'Favorite streamer' })).toBeNull();
  });

  it('list the events of their streamer, and of no other', async () => {
    const db = freshDatabase();
    const ofOther = { streamer_id: '101', streamer_name: 'Other_Streamer' };
    await storeEvents(db, [aSub({ id: 'mine' }), aCheer({ id: 'theirs', ...ofOther })]);
    const { user } = await open(undefined, { db });
    const ids = () => screen.queryAllByRole('listitem').map((item) => item.dataset.eventId);
    await waitFor(() => expect(ids()).toEqual(['mine']));
    await user.click(tab('Other_Streamer'));
    await waitFor(() => expect(ids()).toEqual(['theirs']));
  });

  it('are remembered', async () => {
    const { user } = await open();
    await user.click(tab('Other_Streamer'));
    expect(await popupTabItem.getValue()).toBe('101');
    await user.keyboard('{Home}');
    expect(await popupTabItem.getValue()).toBe('all');
    await user.keyboard('{ArrowRight}');
    // Whoever is the favorite then.
    expect(await popupTabItem.getValue()).toBe('favorite');
  });

  it.each([
    ['101', 'Other_Streamer'],
    ['all', 'All'],
    ['favorite', 'Demo_Streamer'],
    ['100', 'Demo_Streamer'],
    ['7', 'Demo_Streamer'],
  ])('open at the tab of the last time: %s is %s', async (stored, name) => {
    await open(undefined, { tab: stored });
    expect(selected()).toBe(tab(name));
  });

  it('fall back to the favorite when the streamer leaves the list', async () => {
    await open(undefined, { tab: '101' });
    await list([FAVORITE]);
    expect(selected()).toBe(tab('Demo_Streamer'));
    expect(await heading('Demo_Streamer')).toBeDefined();
  });

  it('show what is new', async () => {
    await open();
    await act(() => unseenItem.setValue({ '101': 3 }));
    expect(screen.getByRole('tab', { description: 'Live now · 3 new' })).toBe(
      tab('Other_Streamer'),
    );
  });

  it('work with 51 streamers', async () => {
    const many = Array.from({ length: 50 }, (_, index) =>
      anIndexedStreamer({ id: `${index}`, name: `Streamer_${index}`, isFavorite: false }),
    );
    const { user } = await open([FAVORITE, ...many]);
    await user.click(tab('Demo_Streamer'));
    await user.keyboard('{End}');
    expect(await heading('Streamer_49')).toBeDefined();
  });

  it('say what is wrong with one streamer', async () => {
    await open([FAVORITE, { ...OTHER, problem: 'chat_refused' }], { tab: '101' });
    expect(within(panel()).getByRole('alert').textContent).toMatch(/^Twitch won't let you read/);
  });

  it('link to no stream of a streamer that is gone', async () => {
    await open([FAVORITE, { ...OTHER, problem: 'streamer_gone' }], { tab: '101' });
    expect(within(panel()).getByRole('alert').textContent).toContain('Its history stays.');
    expect(screen.queryByRole('link', { name: 'Watch stream' })).toBeNull();
  });

  it('say once what the connection says already', async () => {
    const listening = { state: 'listening', problem: 'chat_refused' } as const;
    await openPopup({
      ...aFeed({ connection: listening }),
      streamers: [{ ...FAVORITE, problem: 'chat_refused' }],
    });
    expect(screen.getAllByText(/won't let you read/)).toHaveLength(1);
  });

  it('stay after the sign-in has ended, with nothing that needs one', async () => {
    await openPopup({ ...anEndedFeed(), streamers: [FAVORITE, { ...OTHER, live: null }] });
    expect(tab('Other_Streamer')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Add streamer' })).toBeNull();
    expect(screen.queryByRole('button', { name: /^More about/ })).toBeNull();
  });
});

describe('the tab of all', () => {
  it('says how many are live, with links to their streams', async () => {
    await open([FAVORITE, OTHER, { ...OTHER, id: '102', live: null }], { tab: 'all' });
    expect(await heading('1 of 3 live')).toBeDefined();
    const links = within(screen.getByRole('list', { name: 'Live streams' })).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      'https://www.twitch.tv/other_streamer',
    ]);
  });

  it('says that no one is live', async () => {
    await open([FAVORITE], { tab: 'all' });
    expect(await heading('0 of 1 live')).toBeDefined();
    expect(screen.queryByRole('list', { name: 'Live streams' })).toBeNull();
    expect(screen.getByRole('combobox', { name: 'Favorite streamer' })).toBeDefined();
  });

  it('lists the events of all, each with its streamer', async () => {
    const db = freshDatabase();
    const ofOther = { streamer_id: '101', streamer_name: 'Other_Streamer' };
    await storeEvents(db, [aSub({ id: 'mine' }), aCheer({ id: 'theirs', ...ofOther })]);
    const { send } = await open(undefined, { db, tab: 'all' });
    const events = await screen.findByRole('list', { name: 'Recent events' });
    const rows = within(events).getAllByRole('listitem');
    expect(rows.map(({ dataset }) => [dataset.eventId, dataset.streamerId])).toEqual([
      ['theirs', '101'],
      ['mine', '100'],
    ]);
    expect(within(rows[0] ?? panel()).getByTitle('Other_Streamer')).toBeDefined();
    await waitFor(() => expect(send.sent).toContainEqual(['feed/seen', { upTo: 2 }]));
  });
});

describe('adding a streamer in the popup', () => {
  const NEW = { id: '102', login: 'new_streamer', name: 'New_Streamer', avatarUrl: '' };
  const added = { ok: true, value: NEW as never } as const;
  const box = () => screen.queryByRole('combobox', { name: 'Streamer' });

  it('selects and focuses the new tab, as soon as it is there', async () => {
    const { user, send } = await open(undefined, { send: fakeSend({ 'streamers/add': added }) });
    await user.click(screen.getByRole('button', { name: 'Add streamer' }));
    expect(document.activeElement).toBe(box());
    await user.keyboard('new_streamer{Enter}');
    expect(send.sent).toContainEqual(['streamers/add', { userName: 'new_streamer' }]);
    expect(selected()).toBe(tab('Demo_Streamer'));
    await list([FAVORITE, OTHER, { ...FAVORITE, ...NEW, isFavorite: false }]);
    expect(selected()).toBe(tab('New_Streamer'));
    expect(document.activeElement).toBe(tab('New_Streamer'));
    expect(box()).toHaveProperty('value', '');
    // The user has not chosen it.
    expect(await popupTabItem.getValue()).toBe('favorite');
  });

  it('closes with Escape, and returns the focus to the button', async () => {
    const { user } = await open();
    const button = screen.getByRole('button', { name: 'Add streamer' });
    await user.click(button);
    await user.keyboard('{Escape}');
    expect(box()).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it('closes when another tab is selected', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'Add streamer' }));
    await user.click(tab('All'));
    expect(box()).toBeNull();
  });
});
