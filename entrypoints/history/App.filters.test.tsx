import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { recordEvents } from '@/lib/db/history/events';
import type { StreamEvent } from '@/lib/domain/event/event';
import { localDay } from '@/lib/domain/view/history-dates';
import { DAY, systemClock } from '@/lib/time';
import { at, by } from '@/tests/support/builders/event-fields';
import { aCheer, anEvent, aSub } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { indexed } from '@/tests/support/database/indexed';
import { START } from '@/tests/support/fakes/fake-clock';
import { goBackTo, openHistory, rowIds } from '@/tests/support/screens/history';
import { setUpScreen } from '@/tests/support/screens/screen';

setUpScreen();

// In one file, though long: all filters narrow down the same evening.
const raid = (viewers: number, fields: object) => anEvent('raid_in', { viewers }, fields);

const EVENING = [
  aCheer({ id: 'small', ...by('7', 'Lantern'), ...at(1) }, 10),
  aSub({ id: 'sub', ...by('8', 'Amira'), ...at(2) }),
  aCheer({ id: 'large', ...by('7', 'Lantern'), ...at(3) }, 5000),
  raid(50, { id: 'raid', ...by('9', 'Lanternfish'), ...at(4) }),
  anEvent(
    'announcement',
    { message: 'Welcome raiders', color: 'PRIMARY' },
    { id: 'note', ...at(5) },
  ),
];

async function openLog(search = '', events: readonly StreamEvent[] = EVENING) {
  const db = freshDatabase();
  await recordEvents(db, [...events]);
  const opened = await openHistory({ db: await indexed(db), search });
  return opened;
}

const shows = (ids: string[]) => waitFor(() => expect(rowIds()).toEqual(ids));
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const bar = () => screen.getByRole('toolbar', { name: 'Kinds of events' });
const chip = (name: RegExp) => within(bar()).findByRole('button', { name });
const pressed = () =>
  within(bar())
    .getAllByRole('button', { pressed: true })
    .map(({ textContent }) => textContent);

describe('the chips', () => {
  it('have the kinds in the log with their numbers, and show some of them', async () => {
    const { user } = await openLog();
    await shows(['note', 'raid', 'large', 'sub', 'small']);
    const texts = () =>
      within(bar())
        .getAllByRole('button')
        .map(({ textContent }) => textContent)
        .filter((text) => text !== '');
    await waitFor(() =>
      expect(texts()).toEqual([
        'All',
        'Subs1',
        'Cheers and power-ups2',
        'Raids1',
        'Announcements, highlights and streaks1',
      ]),
    );
    expect(pressed()).toEqual(['All']);
    await user.click(await chip(/^Cheers/));
    await shows(['large', 'small']);
    await user.click(await chip(/^Raids/));
    await shows(['raid', 'large', 'small']);
    expect(location.search).toBe('?kinds=cheers%2Craids');
    expect(pressed()).toEqual(['Cheers and power-ups2', 'Raids1']);
    await user.click(await chip(/^Cheers/));
    await shows(['raid']);
    await goBackTo('?kinds=cheers');
    await shows(['large', 'small']);
    await user.click(button('All'));
    await shows(['note', 'raid', 'large', 'sub', 'small']);
  });

  it.each(['?search=lantern', '?bits=100'])(
    'have no numbers where %s leaves out some of their events',
    async (search) => {
      await openLog(search);
      expect((await chip(/^Cheers/)).textContent).toBe('Cheers and power-ups');
    },
  );

  it('show one kind only, or all others, from their menus', async () => {
    const { user } = await openLog('?kinds=cheers,raids');
    await user.click(await screen.findByRole('button', { name: 'Menu of Raids' }));
    await user.click(screen.getByRole('menuitem', { name: 'Only' }));
    await shows(['raid']);
    await user.click(button('Menu of Raids'));
    await user.click(screen.getByRole('menuitem', { name: 'All but these' }));
    await shows(['note', 'large', 'sub', 'small']);
    expect(document.activeElement).toBe(button('Menu of Raids'));
  });

  it('are one stop for the Tab key, and the arrow keys move between them', async () => {
    const { user } = await openLog();
    await chip(/^Subs/);
    button('All').focus();
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement?.textContent).toBe('Subs1');
    await user.keyboard('{ArrowRight}{ArrowDown}');
    expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: 'Only' }));
    await user.keyboard('{Escape}{ArrowLeft}{Home}{ArrowLeft}');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Menu of Announcements/);
    expect(
      within(bar())
        .getAllByRole('button')
        .filter(({ tabIndex }) => tabIndex === 0),
    ).toEqual([document.activeElement]);
  });
});

it('tells the rows of a broadcast from those before, though the rows about it are left out', async () => {
  await openLog('?streamer=100&kinds=subs', [
    aSub({ id: 'before', ...at(1) }),
    anEvent('stream_online', { streamId: 's', startedAt: START }, { id: 'on', ...at(2) }),
    aSub({ id: 'during', ...at(3) }),
    anEvent('stream_offline', { streamId: 's', startedAt: START }, { id: 'off', ...at(4) }),
    aSub({ id: 'after', ...at(5) }),
  ]);
  await shows(['after', 'during', 'before']);
  const above = (id: string) =>
    document.querySelector(`[data-event-id="${id}"] [role="separator"]`)?.textContent ?? '';
  await waitFor(() => expect(above('during')).toBe('Broadcast'));
  expect(above('before')).toBe('Before the broadcast');
});

describe('sizes and dates', () => {
  it('leave out what is smaller', async () => {
    const { user } = await openLog();
    await user.click(button('Any size'));
    const field = screen.getByRole('spinbutton', { name: 'Least bits of a cheer' });
    await user.type(field, '100{Tab}');
    await shows(['note', 'raid', 'large', 'sub']);
    expect(location.search).toBe('?bits=100');
    expect(button('1 size').getAttribute('aria-expanded')).toBe('true');
    await user.clear(field);
    await user.tab();
    await shows(['note', 'raid', 'large', 'sub', 'small']);
    expect(location.search).toBe('');
  });

  it('show a range at a click, or from the first day to the last', async () => {
    const now = systemClock.now();
    const old = aSub({ id: 'old', created_at: now - 10 * DAY });
    const { user } = await openLog('', [old, aSub({ id: 'new', created_at: now })]);
    await shows(['new', 'old']);
    await user.click(button('Any date'));
    await user.click(button('Last 7 days'));
    await shows(['new']);
    expect(button('Last 7 days').getAttribute('aria-pressed')).toBe('true');
    const day = localDay(now - 10 * DAY);
    fireEvent.change(screen.getByLabelText('From'), { target: { value: day } });
    await shows(['new', 'old']);
    fireEvent.change(screen.getByLabelText('Until'), { target: { value: day } });
    await shows(['old']);
    expect(location.search).toBe(`?from=${day}&until=${localDay(now - 9 * DAY)}`);
    fireEvent.change(screen.getByLabelText('From'), { target: { value: '' } });
    await waitFor(() => expect(button(/^Until /)).toBeDefined());
    await shows(['old']);
  });

  it('take an hour of the week from the address, and drop it', async () => {
    const sunday = new Date(2026, 10, 22, 20, 10).getTime();
    const { user } = await openLog('?hour=0-20', [
      aSub({ id: 'sunday', created_at: sunday }),
      aSub({ id: 'later', created_at: sunday + DAY }),
    ]);
    await shows(['sunday']);
    await user.click(button(/^Sunday, .*8:00.* to .*9:00/));
    await shows(['later', 'sunday']);
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Search' }));
  });
});

describe('the search', () => {
  const box = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Search' });

  it('finds viewers and words while the user types, and is one step in the browser', async () => {
    const { user } = await openLog();
    await shows(['note', 'raid', 'large', 'sub', 'small']);
    const steps = history.length;
    await user.type(box(), 'lan');
    await shows(['raid', 'large', 'small']);
    await user.type(box(), 'ternf');
    await shows(['raid']);
    expect([location.search, history.length]).toEqual(['?search=lanternf', steps + 1]);
    await user.clear(box());
    await user.type(box(), 'raiders wel{Enter}');
    await shows(['note']);
    await goBackTo('');
    await shows(['note', 'raid', 'large', 'sub', 'small']);
    expect(box().value).toBe('');
  });

  it('suggests viewers, whose events it shows', async () => {
    const { user } = await openLog();
    await user.type(box(), 'lantern');
    const list = await screen.findByRole('listbox', { name: 'Viewers' });
    await waitFor(() =>
      expect(
        within(list)
          .getAllByRole('option')
          .map(({ textContent }) => textContent),
      ).toEqual(['Lantern', 'Lanternfish']),
    );
    await user.keyboard('{ArrowDown}{Enter}');
    await screen.findByRole('heading', { name: 'Events of Lantern' });
    await shows(['large', 'small']);
    expect([location.search, box().value]).toEqual(['?viewer=7', '']);
  });

  it('says if nothing is found, and is cleared with all filters', async () => {
    const { user } = await openLog('?streamer=100&kinds=subs&bits=5&search=nobody');
    expect(await screen.findByText('Nothing that is recorded passes the filters.')).toBeDefined();
    expect(button('Filters: 3')).toBeDefined();
    await user.click(button('Clear filters'));
    await shows(['note', 'raid', 'large', 'sub', 'small']);
    expect(location.search).toBe('?streamer=100');
    expect(document.activeElement).toBe(box());
    expect(screen.queryByRole('button', { name: 'Clear filters' })).toBeNull();
  });
});
