import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LiveRows } from '@/lib/domain/view/live-rows';
import type { RowView } from '@/lib/domain/view/row-view';
import { seenItem } from '@/lib/settings/seen-watermark';
import { aCheer } from '@/tests/support/builders/events';
import { aView } from '@/tests/support/builders/rows';
import { putOnScreen } from '@/tests/support/fakes/fake-intersections';
import { type FakeSend, fakeSend } from '@/tests/support/fakes/fake-send';
import { setUpScreen } from '@/tests/support/screens/screen';
import { LiveList } from './LiveList';

// In one file, though long: all of it happens in the list that `show` renders.

setUpScreen();
beforeEach(async () => await seenItem.setValue(0));

const START = Date.now() - 1000;

function row(seq: number): RowView {
  const event = aCheer({ id: `row-${seq}`, created_at: START + seq }, seq);
  return { ...aView(event), lastSeq: seq, newSeq: seq };
}

/** A list whose newest row is `to`; the newest rows are those from `from` on. */
function list(from: number, to: number, hasOlder = false): LiveRows {
  const rows = Array.from({ length: to - from + 1 }, (_, index) => row(to - index));
  return { rows, gaps: [], newestSeq: to, hasOlder };
}

interface Setup {
  unseen?: number;
  send?: FakeSend;
  page?: (before: string, limit?: number) => Omit<LiveRows, 'newestSeq'> | null;
}

async function show(first: LiveRows, { unseen = 0, send = fakeSend(), page }: Setup = {}) {
  const element = (newest: LiveRows, allSince?: number) => (
    <LiveList
      newest={newest}
      loadOlder={async (before, limit) => page?.(before, limit) ?? null}
      allSince={allSince}
      streamerId="100"
      unseen={unseen}
      isShown
      send={send}
      empty={<p>Nothing yet</p>}
    />
  );
  const { rerender } = render(element(first));
  // What was seen before has been read.
  await act(async () => void (await seenItem.getValue()));
  return {
    send,
    user: userEvent.setup(),
    change: (newest: LiveRows, allSince?: number) => rerender(element(newest, allSince)),
    scroller: screen.getByRole('group', { name: 'Recent events' }),
  };
}

const shownIds = () => screen.getAllByRole('listitem').map((item) => item.dataset['eventId']);
const ids = (from: number, to: number) => list(from, to).rows.map(({ id }) => id);
const marks = ({ sent }: FakeSend) => sent.filter(([name]) => name === 'feed/seen');
const waiting = (text: string) => screen.queryByRole('button', { name: text });

describe('what counts as seen', () => {
  it('is what was on screen, and everything once the last row was', async () => {
    await putOnScreen((element) => element.getAttribute('data-event-id') !== 'row-1');
    const { send } = await show(list(1, 3));
    await waitFor(() =>
      expect(marks(send).at(-1)?.[1]).toEqual({ upTo: 3, downTo: 'row-2', streamerId: '100' }),
    );
    await putOnScreen(() => true);
    await waitFor(() => expect(marks(send).at(-1)?.[1]).toEqual({ upTo: 3, streamerId: '100' }));
  });

  it('is nothing while no row is on screen', async () => {
    await putOnScreen(() => false);
    const { send } = await show(list(1, 3));
    expect(marks(send)).toEqual([]);
  });
});

describe('the line between new and seen', () => {
  it('says how many are new since when', async () => {
    await seenItem.setValue(2);
    await show(list(1, 5), { unseen: 3 });
    const line = await screen.findByRole('separator', { name: /^3 new since \d/ });
    expect(line.closest('li')?.dataset['eventId']).toBe('row-2');
  });

  it('is at the end while more new rows follow', async () => {
    await show(list(52, 61, true), { unseen: 61 });
    const line = await screen.findByRole('separator', { name: '61 new' });
    expect(line.closest('li')).toBeNull();
  });

  it.each([[100, '99+ new']])('counts to 99', async (unseen, name) => {
    await show(list(191, 200, true), { unseen });
    expect(await screen.findByRole('separator', { name })).toBeDefined();
  });
});

describe('older rows', () => {
  it('come by themselves down to the oldest that was missed', async () => {
    const limits: unknown[] = [];
    const page = (before: string, limit?: number) => {
      limits.push(limit);
      const to = Number(before.slice('row-'.length)) - 1;
      return list(to - 1, to, true);
    };
    const missed = row(14);
    const { change } = await show(list(21, 22, true), { page });
    change(list(21, 22, true), missed.createdAt);
    await waitFor(() => expect(shownIds()).toEqual(ids(13, 22)));
    expect(limits).toEqual([50, 50, 50, 50]);
    // Not again for the same wish.
    change(list(21, 23, true), missed.createdAt);
    expect(limits).toHaveLength(4);
  });

  it('stop where they cannot be read', async () => {
    const { change } = await show(list(21, 22, true), { page: () => null });
    change(list(21, 22, true), row(1).createdAt);
    expect((await screen.findByRole('alert')).textContent).toMatch(/older/i);
    expect(shownIds()).toEqual(ids(21, 22));
  });

  it('come page by page, and stay while new ones arrive', async () => {
    const page = () => ({ ...list(1, 3), hasOlder: false });
    const { user, change, scroller } = await show(list(4, 6, true), { page });
    await user.click(screen.getByRole('button', { name: 'Show older' }));
    expect(shownIds()).toEqual(ids(1, 6));
    expect(screen.queryByRole('button', { name: 'Show older' })).toBeNull();
    await waitFor(() =>
      expect(document.activeElement?.getAttribute('data-event-id')).toBe('row-3'),
    );
    await user.pointer({ target: document.body });
    fireEvent.pointerLeave(scroller.parentElement as Element);
    await act(() => (document.activeElement as HTMLElement).blur());
    change(list(5, 7, true));
    expect(shownIds()).toEqual(ids(2, 7));
    expect(screen.getByRole('button', { name: 'Show older' })).toBeDefined();
  });

  it('can be asked for again after a failure', async () => {
    let isThere = false;
    const page = () => (isThere ? list(1, 3) : null);
    const { user } = await show(list(4, 6, true), { page });
    await user.click(screen.getByRole('button', { name: 'Show older' }));
    expect(screen.getByRole('alert').textContent).toContain('could not be read');
    isThere = true;
    await user.click(screen.getByRole('button', { name: 'Show older' }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(shownIds()).toEqual(ids(1, 6));
  });

  it('go with a history that is deleted', async () => {
    const { user, change } = await show(list(4, 6, true), { page: () => list(1, 3) });
    await user.click(screen.getByRole('button', { name: 'Show older' }));
    change({ rows: [], gaps: [], newestSeq: 0, hasOlder: false });
    expect(screen.queryAllByRole('listitem')).toEqual([]);
    expect(screen.getByText('Nothing yet')).toBeDefined();
  });
});

describe('a held list', () => {
  it('says what waits while the pointer is over it, and shows it when the pointer leaves', async () => {
    const { user, change, scroller } = await show(list(1, 3));
    await user.hover(scroller);
    change(list(2, 4, true));
    change(list(3, 5, true));
    expect(shownIds()).toEqual(ids(1, 3));
    expect(waiting('2 new')).not.toBeNull();
    await user.unhover(scroller);
    expect(shownIds()).toEqual(ids(3, 5));
    expect(waiting('2 new')).toBeNull();
  });

  it('shows what waits with the button, and goes on to be held', async () => {
    const { user, change, scroller } = await show(list(1, 3));
    await user.hover(scroller);
    change(list(1, 4));
    await user.click(waiting('1 new') as HTMLElement);
    expect(shownIds()).toEqual(ids(1, 4));
    await waitFor(() =>
      expect(document.activeElement?.getAttribute('data-event-id')).toBe('row-4'),
    );
    change(list(1, 5));
    expect(shownIds()).toEqual(ids(1, 4));
    expect(waiting('1 new')).not.toBeNull();
  });

  it('is one that is scrolled away from its top', async () => {
    const { change, scroller } = await show(list(1, 3));
    scroller.scrollTop = 50;
    fireEvent.scroll(scroller);
    change(list(1, 4));
    expect(shownIds()).toEqual(ids(1, 3));
    scroller.scrollTop = 0;
    fireEvent.scroll(scroller);
    expect(shownIds()).toEqual(ids(1, 4));
  });
});

describe('keys', () => {
  const focused = () => document.activeElement?.getAttribute('data-event-id');

  it('move by row, and one row is the tab stop', async () => {
    const { user } = await show(list(1, 4));
    await user.tab();
    expect(focused()).toBe('row-4');
    for (const [key, id] of [
      ['j', 'row-3'],
      ['{ArrowDown}', 'row-2'],
      ['k', 'row-3'],
      ['{End}', 'row-1'],
      ['j', 'row-1'],
      ['{Home}', 'row-4'],
      ['{ArrowUp}', 'row-4'],
    ] as const) {
      await user.keyboard(key);
      expect(focused()).toBe(id);
    }
    const stops = screen.getAllByRole('listitem').filter(({ tabIndex }) => tabIndex === 0);
    expect(stops).toHaveLength(1);
    for (const item of screen.getAllByRole('listitem').slice(1)) {
      const links = within(item).queryAllByRole('link');
      expect(links.map(({ tabIndex }) => tabIndex)).toEqual(links.map(() => -1));
    }
  });
});
