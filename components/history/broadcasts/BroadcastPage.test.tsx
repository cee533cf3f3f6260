import { act, configure, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { storeStreamer, updateChannel } from '@/lib/db/channels';
import { recordEvents } from '@/lib/db/history/events';
import { recordGaps } from '@/lib/db/history/gaps';
import { storeAttendance } from '@/lib/db/store-attendance';
import { HOUR, MINUTE } from '@/lib/time';
import { at } from '@/tests/support/builders/event-fields';
import { aBomb, aCheer, aGift, anEvent, anUpdate, aSub } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { indexed } from '@/tests/support/database/indexed';
import { START } from '@/tests/support/fakes/fake-clock';
import { goBackTo, openHistory } from '@/tests/support/screens/history';
import { setUpScreen } from '@/tests/support/screens/screen';

setUpScreen();
// Each broadcast is read in several steps, which take their time beside other tests.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });

const HOSTILE = '<img src=x onerror=alert(1)>';

async function evening() {
  const db = freshDatabase();
  const detail = { streamId: '1', startedAt: START };
  await recordEvents(db, [
    anEvent('stream_online', { streamId: '0', startedAt: START - 24 * HOUR }, at(-24 * 60)),
    anEvent('stream_online', detail, { id: 'start', ...at(0) }),
    aSub(at(6)),
    aSub(at(7)),
    aCheer(at(8)),
    aCheer({ id: 'moment', ...at(21) }, 9000),
    anEvent('raid_in', { viewers: 5 }, { id: 'raid', viewer_name: HOSTILE, ...at(31) }),
    aGift('b', 1, { id: 'gift', ...at(41) }),
    aBomb('b', 3, at(41)),
    { ...anUpdate(0, HOSTILE, 'Tea'), id: 'title', ...at(51) },
    anEvent('stream_offline', detail, at(62)),
  ]);
  await storeStreamer(db, { id: '100', login: 'demo', name: 'Demo_Streamer', avatarUrl: '' });
  await storeAttendance(db, { groups: [{ heard_at: Date.now(), streamer_ids: ['100'] }] });
  const gap = { from: START + 10 * MINUTE, until: START + 20 * MINUTE };
  await recordGaps(db, [{ streamer_id: '100', reason: 'disconnected', ...gap }]);
  const recordings = [{ id: '77', startedAt: START, endsAt: START + 62 * MINUTE }];
  await updateChannel(db, '100', { recordings });
  return await indexed(db);
}

const open = async (search: string) => await openHistory({ db: await evening(), search });
const bars = async () => await screen.findByRole('group', { name: 'Timeline' });
const labels = (group: HTMLElement) =>
  within(group)
    .getAllByRole('link')
    .map((link) => link.getAttribute('aria-label'));
const query = (link: Element | null) =>
  Object.fromEntries(
    new URL((link as HTMLAnchorElement).getAttribute('href') ?? '', location.href).searchParams,
  );

describe('the timeline of a broadcast', () => {
  it('has a bar for each five minutes in which something happened, which leads there', async () => {
    await open('?view=broadcasts&broadcast=start');
    const group = await bars();
    await waitFor(() =>
      expect(labels(group)).toEqual([
        '6:00 PM: 1 other event',
        '6:05 PM: 2 subs, 1 cheer',
        '6:20 PM: 1 cheer',
        '6:30 PM: 1 raid',
        '6:40 PM: 2 gift sub events',
        '6:50 PM: 1 other event',
      ]),
    );
    expect(query(group.querySelectorAll('a')[1] ?? null)).toEqual({
      streamer: '100',
      from: new Date(START + 5 * MINUTE).toISOString(),
      until: new Date(START + 10 * MINUTE).toISOString(),
    });
    expect(screen.getByText(/Each bar is five minutes. Not listening: /).textContent).toContain(
      '6:10 PM – 6:20 PM',
    );
  });

  it('marks raids, gift bombs, moments and titles, each as text, with its moment', async () => {
    await open('?view=broadcasts&broadcast=start');
    const group = await screen.findByRole('group', { name: 'Highlights' });
    expect(labels(group).map((label) => label?.replaceAll(/[\u2066-\u2069]/g, ''))).toEqual([
      '6:21 PM: Demo_Viewer cheered 9,000 bits',
      expect.stringContaining(`${HOSTILE} (demo_viewer) is raiding with 5 viewers`),
      '6:41 PM: Demo_Viewer gifted 3 Tier 1 subs to the community',
      `6:51 PM: New title: ${HOSTILE}`,
    ]);
    const list = screen.getByRole('list', { name: 'Highlights' });
    const raid = within(list).getAllByRole('listitem')[1] as HTMLElement;
    expect(query(within(raid).getByRole('link', { name: '6:31 PM' }))['event']).toBe('raid');
    const watch = within(raid).getByRole<HTMLAnchorElement>('link', { name: /^Watch/ });
    expect(watch.href).toBe('https://www.twitch.tv/videos/77?t=0h30m40s');
    expect(document.querySelector('img')).toBeNull();
  });

  it('is one stop of the Tab key, and the arrow keys lead from bar to bar', async () => {
    const { user } = await open('?view=broadcasts&broadcast=start');
    const group = await bars();
    const links = within(group).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('tabindex'))).toEqual([
      '0',
      ...Array(5).fill('-1'),
    ]);
    await act(() => links[0]?.focus());
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(document.activeElement).toBe(links[2]);
    await waitFor(() => expect(screen.getByText('6:20 PM: 1 cheer')).toBeDefined());
    await user.keyboard('{End}');
    expect(document.activeElement).toBe(links[5]);
  });

  it('has a table with the same numbers', async () => {
    const { user } = await open('?view=broadcasts&broadcast=start');
    await user.click(await screen.findByText('Show as a table'));
    const table = await screen.findByRole('table', { name: 'Timeline' });
    const rows = within(table).getAllByRole('row');
    expect(rows.map(({ textContent }) => textContent).slice(0, 3)).toEqual([
      'TimeEventsWhat happened',
      '6:00 PM11 other event Watch',
      '6:05 PM32 subs, 1 cheer Watch',
    ]);
  });
});

describe('the page of a broadcast', () => {
  it('is reached from the list, and leads back to it and to the one before', async () => {
    const { user } = await open('?view=broadcasts');
    const [newest] = await screen.findAllByRole('heading', { level: 3 });
    await user.click(within(newest as HTMLElement).getByRole('link'));
    expect(location.search).toBe('?view=broadcasts&broadcast=start');
    const heading = await screen.findByRole('heading', { level: 2, name: /Oct 1, 2026/ });
    expect(document.activeElement).toBe(heading);
    const earlier = await screen.findByRole('link', { name: /^Earlier: .*Sep 30/ });
    await user.click(earlier);
    await screen.findByRole('heading', { level: 2, name: /Sep 30, 2026/ });
    await user.click(screen.getByRole('link', { name: 'All broadcasts' }));
    expect(location.search).toBe('?view=broadcasts');
    expect(document.activeElement?.textContent).toBe('Broadcasts');
    await goBackTo('?view=broadcasts&broadcast=start');
    expect(await bars()).toBeDefined();
  });

  it('is left for the list when another streamer is chosen', async () => {
    const { user } = await open('?view=broadcasts&broadcast=start');
    await bars();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Streamer' }), '100');
    expect(location.search).toBe('?view=broadcasts&streamer=100');
    expect(await screen.findByRole('list', { name: 'Broadcasts' })).toBeDefined();
  });

  it('says that nothing of it is left', async () => {
    await open('?view=broadcasts&broadcast=gone');
    expect(
      await screen.findByText('Nothing of this broadcast is recorded any more.'),
    ).toBeDefined();
  });
});
