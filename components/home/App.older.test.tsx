import { act, screen, waitFor } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { anAway } from '@/tests/support/builders/away';
import { aSub } from '@/tests/support/builders/events';
import { aFeed, anEndedFeed, storeFeed } from '@/tests/support/builders/feed';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { openPopup, storeEvents } from '@/tests/support/screens/popup';
import { setUpScreen } from '@/tests/support/screens/screen';

setUpScreen();

async function openWith(count: number, unseen: number, send = fakeSend()) {
  const db = freshDatabase();
  const events = Array.from({ length: count }, (_, index) => aSub({ id: `e${index + 1}` }));
  await storeEvents(db, events);
  const popup = await openPopup(aFeed({ unseen }), { db, send });
  await screen.findAllByRole('listitem');
  return popup;
}

const showOlder = () => screen.queryByRole('button', { name: 'Show older' });
const markAll = () => screen.queryByRole('button', { name: 'Mark all as seen' });

it('marks only the rows on screen as seen, and shows older ones page by page', async () => {
  const { send, user } = await openWith(25, 4);
  expect(screen.getAllByRole('listitem')).toHaveLength(10);
  const sends = async (data: object) =>
    await waitFor(() => expect(send.sent.at(-1)).toEqual(['feed/seen', data]));
  await sends({ upTo: 25, downTo: 'e16', streamerId: '100' });
  await user.click(showOlder() as HTMLElement);
  await sends({ upTo: 25, downTo: 'e6', streamerId: '100' });
  expect(screen.getAllByRole('listitem')).toHaveLength(20);
  await user.click(showOlder() as HTMLElement);
  await sends({ upTo: 25, streamerId: '100' });
  expect(screen.getAllByRole('listitem')).toHaveLength(25);
  expect(showOlder()).toBeNull();
});

it('offers no older rows if there are none', async () => {
  await openWith(10, 0);
  expect([showOlder(), markAll()]).toEqual([null, null]);
});

it('marks everything as seen with a button, as long as anything is unseen', async () => {
  const { send, user } = await openWith(11, 1);
  // The list reports what is on screen by itself. It must not do so after the click.
  const onScreen = ['feed/seen', { upTo: 11, downTo: 'e2', streamerId: '100' }];
  await waitFor(() => expect(send.sent.at(-1)).toEqual(onScreen));
  await user.click(markAll() as HTMLElement);
  expect(send.sent.at(-1)).toEqual(['feed/seen', { upTo: 11, canUndo: true, streamerId: '100' }]);
  await act(() => storeFeed(aFeed({ unseen: 0 })));
  expect(markAll()).toBeNull();
  expect(screen.getByText('All marked as seen')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(send.sent.at(-1)).toEqual(['feed/undoSeen', {}]);
  expect(showOlder()).not.toBeNull();
});

it.each([
  ['while listening', aFeed()],
  ['after Twitch has ended the sign-in', anEndedFeed()],
])(
  'says at once that nothing is recorded when the database cannot be opened, %s',
  async (_when, feed) => {
    const db = freshDatabase();
    vi.spyOn(db, 'open').mockRejectedValue(new Error('corrupt'));
    await openPopup(feed, { db });
    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toMatch(/^Nothing is recorded/),
    );
  },
);

it('marks nothing as seen until what was missed is dismissed', async () => {
  const away = { ok: true, value: anAway({ rows: 25, newestSeq: 25 }) } as const;
  const { send, user } = await openWith(25, 25, fakeSend({ 'feed/away': away as never }));
  const card = await screen.findByRole('region', { name: 'While you were away' });
  expect(card.textContent).toContain('25 new since');
  expect(markAll()).toBeNull();
  expect(send.sent).toContainEqual(['feed/away', { streamerId: '100' }]);
  const marks = () => send.sent.filter(([name]) => name === 'feed/seen');
  expect(marks()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Close, and mark all as seen' }));
  expect(marks()[0]?.[1]).toEqual({ upTo: 25, streamerId: '100' });
  expect(screen.queryByRole('region', { name: 'While you were away' })).toBeNull();
});
