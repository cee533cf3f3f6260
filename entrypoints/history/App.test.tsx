import { act, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { Database } from '@/lib/db/database';
import { recordEvents } from '@/lib/db/history/events';
import type { StreamEvent } from '@/lib/domain/event/event';
import { EMPTY_INDEX } from '@/lib/settings/feed';
import { at, by } from '@/tests/support/builders/event-fields';
import { aCheer, aSub } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { putOnScreen } from '@/tests/support/fakes/fake-intersections';
import { goBackTo, openHistory, rowIds } from '@/tests/support/screens/history';
import { setUpScreen } from '@/tests/support/screens/screen';

setUpScreen();

const EVENING = [
  aCheer({ id: 'a', ...by('7', 'Lantern'), ...at(1) }),
  aSub({
    id: 'b',
    streamer_id: '901',
    streamer_name: 'Gone_Streamer',
    ...by('8', 'Other'),
    ...at(2),
  }),
  aCheer({ id: 'c', ...by('7', 'LanternKeeper'), ...at(3) }),
];

async function logOf(events: readonly StreamEvent[]) {
  const db = freshDatabase();
  await recordEvents(db, [...events]);
  return db;
}

/** Records an event while the page is open. */
async function record(db: Database, event: StreamEvent): Promise<void> {
  await act(async () => void (await recordEvents(db, [event])));
}

const select = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Streamer' });

/** Nothing comes near the end of the list by itself. */
const nothingIsNear = () => putOnScreen((element) => element.matches('li'));

describe('the history page', () => {
  it('shows everything in the log, newest first, also of streamers in no list', async () => {
    await openHistory({ db: await logOf(EVENING) });
    await waitFor(() => expect(rowIds()).toEqual(['c', 'b', 'a']));
    expect(screen.getByText('Nothing older is recorded.')).toBeDefined();
    await waitFor(() =>
      expect([...select().options].map(({ text }) => text)).toEqual([
        'All streamers',
        'Demo_Streamer',
        'Gone_Streamer',
      ]),
    );
    expect(document.title).toBe('History – StreamerEventViewer');
  });

  it('shows the log while nobody is signed in', async () => {
    await openHistory({ db: await logOf(EVENING), index: EMPTY_INDEX });
    await waitFor(() => expect(rowIds()).toEqual(['c', 'b', 'a']));
  });

  it('shows one streamer, as the address then says, and goes back', async () => {
    const { user } = await openHistory({ db: await logOf(EVENING) });
    await screen.findByRole('option', { name: 'Gone_Streamer' });
    await user.selectOptions(select(), 'Gone_Streamer');
    await waitFor(() => expect(rowIds()).toEqual(['b']));
    expect(location.search).toBe('?streamer=901');
    await goBackTo('');
    await waitFor(() => expect(rowIds()).toEqual(['c', 'b', 'a']));
    expect(select().value).toBe('');
  });

  it('shows one viewer from a row, by the latest name, and everybody again', async () => {
    const { user } = await openHistory({ db: await logOf(EVENING) });
    await waitFor(() => expect(rowIds()).toHaveLength(3));
    const [more] = screen.getAllByRole('button', { name: 'More actions' });
    await user.click(more as HTMLElement);
    await user.click(screen.getByRole('menuitem', { name: 'Only this viewer' }));
    const heading = await screen.findByRole('heading', { name: 'Events of LanternKeeper' });
    await waitFor(() => expect(rowIds()).toEqual(['c', 'a']));
    expect(location.search).toBe('?viewer=7');
    expect(document.activeElement).toBe(heading);
    await waitFor(() =>
      expect(document.title).toBe('LanternKeeper – History – StreamerEventViewer'),
    );
    await user.click(screen.getByRole('button', { name: 'Show all viewers' }));
    await waitFor(() => expect(rowIds()).toHaveLength(3));
    expect(location.search).toBe('');
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'All events' }));
  });

  it.each([
    ['', 'Nothing is recorded yet.'],
    ['?streamer=100', 'Nothing of Demo_Streamer is recorded.'],
    ['?streamer=404', 'Nothing is recorded yet.'],
    ['?viewer=404', 'Nothing of this viewer is recorded here.'],
  ])('says why the list of the address "%s" is empty', async (search, text) => {
    await openHistory({ search });
    const said = () => document.querySelector('.empty')?.textContent;
    await waitFor(() => expect(said()).toContain(text));
  });

  it('says why the database cannot be opened', async () => {
    const db = freshDatabase();
    const damaged = new DOMException('corrupt', 'UnknownError');
    vi.spyOn(db, 'open').mockRejectedValue(damaged);
    await openHistory({ db });
    expect((await screen.findByRole('alert')).textContent).toContain('can');
    expect(rowIds()).toEqual([]);
  });
});

describe('a long history', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      aCheer({ id: `e${index + 1}`, ...by('7', 'Lantern'), ...at(index) }),
    );

  it('loads older rows on request, and when their place comes near', async () => {
    await nothingIsNear();
    const { user } = await openHistory({ db: await logOf(many(130)) });
    await waitFor(() => expect(rowIds()).toHaveLength(50));
    await user.click(screen.getByRole('button', { name: 'Show older' }));
    await waitFor(() => expect(rowIds()).toHaveLength(100));
    await waitFor(() =>
      expect((document.activeElement as HTMLElement).dataset['eventId']).toBe('e80'),
    );
    await putOnScreen(() => true);
    await waitFor(() => expect(rowIds()).toHaveLength(130));
    expect(rowIds().at(-1)).toBe('e1');
    expect(screen.queryByRole('button', { name: 'Show older' })).toBeNull();
  });

  it('has at most 500 rows on the page, and goes back to the newer ones', async () => {
    await nothingIsNear();
    const { user } = await openHistory({ db: await logOf(many(560)) });
    await waitFor(() => expect(rowIds()).toHaveLength(50));
    await putOnScreen(() => true);
    await waitFor(() => expect(rowIds().at(-1)).toBe('e1'), { timeout: 20_000, interval: 250 });
    expect([rowIds().length, rowIds()[0], rowIds().at(-1)]).toEqual([500, 'e500', 'e1']);
    await nothingIsNear();
    await user.click(screen.getByRole('button', { name: 'Show newer' }));
    await waitFor(() => expect(rowIds()[0]).toBe('e550'));
    expect([rowIds().length, rowIds().at(-1)]).toEqual([500, 'e51']);
    await user.click(screen.getByRole('button', { name: 'Show the newest' }));
    expect([rowIds().length, rowIds()[0]]).toEqual([50, 'e560']);
    expect(screen.queryByRole('button', { name: 'Show the newest' })).toBeNull();
  }, 30_000);

  it('shows what arrives on top, and keeps still while the user is in the list', async () => {
    await nothingIsNear();
    const { db, user } = await openHistory({ db: await logOf(many(60)) });
    await waitFor(() => expect(rowIds()).toHaveLength(50));
    await record(db, aCheer({ id: 'new', ...by('7', 'Lantern'), ...at(70) }));
    await waitFor(() => expect(rowIds()[0]).toBe('new'));
    await user.hover(screen.getByRole('list', { name: 'Events' }));
    await record(db, aCheer({ id: 'newer', ...by('8', 'Other'), ...at(71) }));
    await user.click(await screen.findByRole('button', { name: '1 new' }));
    expect(rowIds().slice(0, 2)).toEqual(['newer', 'new']);
  });

  it('shows what a viewer does while one looks at their events', async () => {
    await nothingIsNear();
    const { db } = await openHistory({ db: await logOf(many(3)), search: '?viewer=7' });
    await waitFor(() => expect(rowIds()).toEqual(['e3', 'e2', 'e1']));
    await record(db, aCheer({ id: 'new', ...by('7', 'Renamed'), ...at(70) }));
    await waitFor(() => expect(rowIds()[0]).toBe('new'));
    expect(await screen.findByRole('heading', { name: 'Events of Renamed' })).toBeDefined();
  });
});
