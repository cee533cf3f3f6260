import { screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { recordEvents } from '@/lib/db/history/events';
import type { StreamEvent } from '@/lib/domain/event/event';
import { DAY, HOUR } from '@/lib/time';
import { aCheer, aFollow, anEvent, aSub } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { indexed } from '@/tests/support/database/indexed';
import { START } from '@/tests/support/fakes/fake-clock';
import { setTimeZone } from '@/tests/support/in-time-zone';
import { openHistory } from '@/tests/support/screens/history';
import { setUpScreen } from '@/tests/support/screens/screen';

setUpScreen();

const at = (hours: number) => ({ created_at: START + hours * HOUR });

/** 1 October 2026 is a Thursday. */
const EVENTS: readonly StreamEvent[] = [
  aCheer({ id: 'small', ...at(0) }, 100),
  aCheer({ id: 'big', ...at(1) }, 5000),
  aSub({ id: 'sub', streamer_id: '901', streamer_name: 'Other', ...at(1) }),
  aFollow(0, { id: 'follow', ...at(24) }),
  anEvent('raid_in', { viewers: 300 }, { id: 'raid', ...at(24) }),
];

async function logOf(events: readonly StreamEvent[]) {
  const db = freshDatabase();
  await recordEvents(db, events);
  return await indexed(db);
}

async function openStatistics({ events = EVENTS, search = '' } = {}) {
  setTimeZone('Europe/Berlin');
  return await openHistory({ db: await logOf(events), search: `?view=statistics${search}` });
}

/** The rows of a table: the texts of their cells. */
async function rowsOf(name: string): Promise<string[][]> {
  const table = await screen.findByRole('table', { name });
  const rows = within(table).getAllByRole<HTMLTableRowElement>('row');
  return rows.slice(1).map(({ cells }) => [...cells].map(({ textContent }) => textContent));
}

const link = (name: string) => screen.getByRole('link', { name });
const queryOf = (name: string) => link(name).getAttribute('href')?.replace('/history.html', '');

describe('the statistics', () => {
  it('count the events by streamer, and by streamer and type', async () => {
    await openStatistics();
    await waitFor(async () =>
      expect(await rowsOf('Events by streamer')).toEqual([
        ['Demo_Streamer', '4'],
        ['Other', '1'],
      ]),
    );
    expect(await rowsOf('Events by streamer and type')).toEqual([
      ['Demo_Streamer', 'Cheers', '2'],
      ['Demo_Streamer', 'Follows', '1'],
      ['Demo_Streamer', 'Raids received', '1'],
      ['Other', 'New subs', '1'],
    ]);
    expect(queryOf('Other')).toBe('?streamer=901');
    expect(queryOf('New subs')).toBe('?streamer=901&type=sub');
  });

  it('count the dates of the address only', async () => {
    await openStatistics({ search: '&from=2026-10-02' });
    expect(await rowsOf('Events by streamer')).toEqual([['Demo_Streamer', '2']]);
    expect(queryOf('Demo_Streamer')).toBe('?streamer=100&from=2026-10-02');
    expect(screen.queryByRole('link', { name: /5,000|1 October/ })).toBeNull();
  });

  it.each([
    ['', 'Nothing is recorded yet.'],
    ['&streamer=100', 'Nothing of Demo_Streamer is recorded.'],
    ['&from=2026-10-02', 'Nothing is recorded in this time.'],
  ])('say what is not recorded (%j)', async (search, text) => {
    await openStatistics({ events: [], search });
    await waitFor(() => expect(document.querySelector('main')?.textContent).toContain(text));
  });

  it('lead from each part of the charts to its events', async () => {
    const { user } = await openStatistics({ search: '&until=2026-10-03' });
    const chart = await screen.findByRole('group', { name: 'Events a day' });
    const names = within(chart)
      .getAllByRole('link')
      .map((each) => each.getAttribute('aria-label'));
    expect(names).toEqual([
      'Thu, October 1, 2026: 3 events',
      'Thu, October 1, 2026, Subs: 1',
      'Thu, October 1, 2026, Cheers: 2',
      'Fri, October 2, 2026: 2 events',
      'Fri, October 2, 2026, Raids: 1',
      'Fri, October 2, 2026, Follows: 1',
    ]);
    expect(queryOf('Thu, October 1, 2026: 3 events')).toBe('?from=2026-10-01&until=2026-10-02');
    expect(queryOf('Fri, October 2, 2026, Raids: 1')).toBe(
      '?kinds=raids&from=2026-10-02&until=2026-10-03',
    );
    expect(queryOf('Thursday 8:00 PM: 1 event')).toBe('?until=2026-10-03&hour=4-20');
    await user.click(link('Thursday 9:00 PM: 2 events'));
    expect(location.search).toBe('?until=2026-10-03&hour=4-21');
    // The field that was clicked is gone.
    await waitFor(() => expect(document.activeElement?.textContent).toBe('All events'));
  });

  it('have the same numbers in tables', async () => {
    const { user } = await openStatistics({ search: '&until=2026-10-03' });
    const [days] = await screen.findAllByText('Show as a table');
    await user.click(days as HTMLElement);
    expect(await rowsOf('Events a day')).toEqual([
      ['Fri, October 2, 2026', '2', '0', '0', '1', '1'],
      ['Thu, October 1, 2026', '3', '1', '2', '0', '0'],
    ]);
  });

  it('find the events of the records', async () => {
    await openStatistics();
    const cheer = (await screen.findByText('Biggest cheer')).nextElementSibling;
    expect(cheer?.textContent).toContain('Demo_Viewer cheered 5,000 bits');
    const href = cheer?.querySelector('a[href*="event="]')?.getAttribute('href');
    expect(href).toBe('/history.html?streamer=100&from=2026-10-01&until=2026-10-02&event=big');
    expect(screen.getByText('Busiest day').nextElementSibling?.textContent).toContain('3 events');
  });

  it('are walked through with the arrow keys, one stop for each chart', async () => {
    const { user } = await openStatistics({ search: '&until=2026-10-03' });
    const chart = await screen.findByRole('group', { name: 'Events a day' });
    const stops = [...chart.querySelectorAll<SVGElement>('a[tabindex="0"]')];
    expect(stops.map((stop) => stop.getAttribute('aria-label'))).toEqual([
      'Fri, October 2, 2026: 2 events',
    ]);
    const focused = () => document.activeElement?.getAttribute('aria-label');
    stops[0]?.focus();
    const path = [];
    for (const key of [
      'ArrowUp',
      'ArrowUp',
      'ArrowLeft',
      'ArrowDown',
      'Home',
      'End',
      'ArrowRight',
    ]) {
      await user.keyboard(`{${key}}`);
      path.push(focused());
    }
    expect(path).toEqual([
      'Fri, October 2, 2026, Raids: 1',
      'Fri, October 2, 2026, Follows: 1',
      'Thu, October 1, 2026, Cheers: 2',
      'Thu, October 1, 2026, Subs: 1',
      'Thu, October 1, 2026, Subs: 1',
      'Thu, October 1, 2026, Subs: 1',
      'Fri, October 2, 2026: 2 events',
    ]);
  });

  it('say above how much of the broadcasts was listened to', async () => {
    const db = await logOf([
      anEvent('stream_online', { streamId: '1', startedAt: START }, { natural_key: 'online:1' }),
      anEvent(
        'stream_offline',
        { streamId: '1', startedAt: START },
        { natural_key: 'offline:1', ...at(4) },
      ),
    ]);
    const [from, heard] = [START + HOUR, START + 24 * HOUR];
    await db.gaps.add({ seq: 1, from, reason: 'signed_out', ends: [['100', from + HOUR]] });
    await db.attendance.put({
      id: 'eventsub',
      groups: [{ heard_at: heard, streamer_ids: ['100'] }],
    });
    await openHistory({ db, search: '?view=statistics&until=2026-10-03' });
    const said = await screen.findByText('Listened to 75% of 1 broadcast', undefined, {
      timeout: 4000,
    });
    expect(said.getAttribute('href')).toContain('?view=broadcasts&until=2026-10-03');
  });

  it('tell in which times nobody listened', async () => {
    setTimeZone('Europe/Berlin');
    const db = await logOf(EVENTS);
    await db.gaps.add({
      seq: 1,
      from: START + 2 * HOUR,
      reason: 'not_running',
      ends: [['100', START + DAY - HOUR]],
    });
    await openHistory({ db, search: '?view=statistics&until=2026-10-03' });
    await screen.findByRole('group', { name: 'Hours of the week' });
    const cell = await screen.findByText(/Friday 3:00 AM: 0 events; not listening for \d+%/);
    expect(cell.textContent).toContain('100%');
  });
});
