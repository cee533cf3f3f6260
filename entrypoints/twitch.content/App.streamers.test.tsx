import { act, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { IndexedStreamer } from '@/lib/settings/feed';
import { feedIndexItem, streamerFeedItem, unseenItem } from '@/lib/settings/feed-item';
import { panelChoiceItem } from '@/lib/settings/panel-choice';
import { MINUTE } from '@/lib/time';
import { aCheer } from '@/tests/support/builders/events';
import {
  aFeed,
  aFeedIndex,
  anIndexedStreamer,
  anotherStreamer,
  aStreamerFeed,
} from '@/tests/support/builders/feed';
import { aView } from '@/tests/support/builders/rows';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { openPanel } from '@/tests/support/screens/panel';
import { setUpScreen } from '@/tests/support/screens/screen';

setUpScreen();
afterEach(() => void vi.useRealTimers());

const FAVORITE = anIndexedStreamer();
const OTHER = anotherStreamer();

const aRow = (id: string) => aView(aCheer({ id }));

/** Opens the panel with the favorite and another streamer, each with one event. */
async function open(pathname: string, setup: Parameters<typeof openPanel>[1] = {}) {
  await streamerFeedItem('101').setValue(
    aStreamerFeed({ streamerId: '101', rows: [aRow('theirs')], newestSeq: 9 }),
  );
  const feed = { ...aFeed({ rows: [aRow('mine')], newestSeq: 7 }), streamers: [FAVORITE, OTHER] };
  return await openPanel(feed, { ...setup, page: { pathname } });
}

const rows = () => screen.queryAllByRole('listitem').map(({ dataset }) => dataset.eventId);
const heading = () => screen.queryByRole('heading')?.textContent;
const also = (login: string) => screen.queryByRole('button', { name: `Also listen to ${login}` });
const list = (...streamers: IndexedStreamer[]) =>
  act(() => feedIndexItem.setValue(aFeedIndex({ streamers })));

describe('the panel with several streamers', () => {
  it('shows the streamer of the page, open as on the favorite’s', async () => {
    await open('/other_streamer');
    await waitFor(() => expect(rows()).toEqual(['theirs']));
    expect(heading()).toBe('Other_Streamer');
    expect(screen.queryByRole('button', { name: /^(Make|Also)/ })).toBeNull();
    expect(screen.queryByRole('link', { name: 'Watch stream' })).toBeNull();
  });

  it('shows the favorite elsewhere, folded', async () => {
    await open('/somebody_else');
    await act(() => unseenItem.setValue({ '100': 2, '101': 5 }));
    expect(screen.getByRole('button', { name: 'Show live events, 2 new' })).toBeDefined();
  });

  it('has one choice for the pages of all listed streamers', async () => {
    const { user, goTo } = await open('/other_streamer');
    await user.click(screen.getByRole('button', { name: 'Fold the panel' }));
    await waitFor(async () =>
      expect(await panelChoiceItem.getValue()).toEqual({ onFavorite: 'folded' }),
    );
    await goTo('/demo_streamer');
    expect(screen.queryByRole('button', { name: 'Fold the panel' })).toBeNull();
  });

  it('follows the page, and marks as seen only what it shows', async () => {
    const { goTo, send } = await open('/demo_streamer');
    await waitFor(() => expect(rows()).toEqual(['mine']));
    await goTo('/somebody_else');
    const before = send.sent.length;
    await act(() =>
      streamerFeedItem('100').setValue(aStreamerFeed({ rows: [aRow('mine')], newestSeq: 8 })),
    );
    await goTo('/other_streamer');
    expect(heading()).toBe('Other_Streamer');
    await waitFor(() => expect(rows()).toEqual(['theirs']));
    await waitFor(() =>
      expect(send.sent.slice(before)).toEqual([['feed/seen', { upTo: 9, streamerId: '101' }]]),
    );
  });

  it('says what is wrong with its streamer', async () => {
    await open('/other_streamer');
    await list(FAVORITE, { ...OTHER, problem: 'chat_refused' });
    expect((await screen.findByRole('alert')).textContent).toMatch(/won't let you read this chat/);
  });
});

describe('the panel on the page of somebody who is not listed', () => {
  const NEW = { id: '102', login: 'new_streamer', name: 'New_Streamer', avatarUrl: '' };
  const LISTED = anIndexedStreamer({ ...NEW, isFavorite: false });
  const choice = { elsewhere: 'open' } as const;
  const sends = () => fakeSend({ 'streamers/add': { ok: true, value: NEW as never } });
  const undo = () => screen.queryByRole('button', { name: 'Undo' });

  async function add(send = sends()) {
    const panel = await open('/new_streamer', { choice, send });
    await panel.user.click(also('new_streamer') ?? document.body);
    return panel;
  }

  it('offers to listen to them, too', async () => {
    const { send } = await add();
    expect(send.sent).toContainEqual(['streamers/add', { userName: 'new_streamer' }]);
    expect(screen.getByText('Now also listening to', { exact: false }).textContent).toBe(
      'Now also listening to New_Streamer.',
    );
    await list(FAVORITE, OTHER, LISTED);
    await waitFor(() => expect(heading()).toBe('New_Streamer'));
    // The focus stays where it was, on what undoes it.
    expect(document.activeElement).toBe(undo());
    expect(screen.getAllByRole('status')).toHaveLength(1);
  });

  it('takes it back', async () => {
    const { send, user } = await add();
    await list(FAVORITE, OTHER, LISTED);
    await user.click(undo() ?? document.body);
    expect(send.sent).toContainEqual(['streamers/undoAdd', { streamerId: '102' }]);
    await list(FAVORITE, OTHER);
    await waitFor(() => expect(also('new_streamer')).not.toBeNull());
    expect(undo()).toBeNull();
  });

  it('can take it back until the next page', async () => {
    const { goTo } = await add();
    await list(FAVORITE, OTHER, LISTED);
    await goTo('/other_streamer');
    await waitFor(() => expect(undo()).toBeNull());
    await goTo('/new_streamer');
    expect(undo()).toBeNull();
  });

  it('can take it back for five minutes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    await add();
    await waitFor(() => expect(undo()).not.toBeNull());
    await act(() => void vi.advanceTimersByTime(5 * MINUTE));
    expect(undo()).toBeNull();
  });

  it('stays open for it, even if the panel was folded on the pages of listed streamers', async () => {
    const { user } = await open('/new_streamer', {
      choice: { ...choice, onFavorite: 'folded' },
      send: sends(),
    });
    await user.click(also('new_streamer') ?? document.body);
    await list(FAVORITE, OTHER, LISTED);
    expect(undo()).not.toBeNull();
  });

  it('says why they cannot be added', async () => {
    await add(fakeSend({ 'streamers/add': { ok: false, problem: 'rate_limited' } }));
    expect((await screen.findByRole('alert')).textContent).toContain('short break');
    expect(also('new_streamer')).not.toBeNull();
  });

  it('ignores clicks by scripts of the page', async () => {
    const send = sends();
    const { user } = await open('/new_streamer', { choice, send, isTrusted: false });
    await user.click(also('new_streamer') ?? document.body);
    expect(send.sent.map(([name]) => name)).not.toContain('streamers/add');
  });

  it('offers whoever has the name of a listed streamer that is gone', async () => {
    await open('/other_streamer');
    await list(FAVORITE, { ...OTHER, problem: 'streamer_gone' });
    await waitFor(() => expect(also('other_streamer')).not.toBeNull());
  });
});
