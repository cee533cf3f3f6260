import { act, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Database } from '@/lib/db/database';
import { recordEvents } from '@/lib/db/history/events';
import type { StreamEvent } from '@/lib/domain/event/event';
import { MINUTE } from '@/lib/time';
import { at, by } from '@/tests/support/builders/event-fields';
import { aBomb, aCheer, aGift, anEvent, aSub } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { indexed } from '@/tests/support/database/indexed';
import { START } from '@/tests/support/fakes/fake-clock';
import { goBackTo, openHistory } from '@/tests/support/screens/history';
import { setUpScreen } from '@/tests/support/screens/screen';

setUpScreen();

const moment = (minute: number) => new Date(START + minute * MINUTE).toISOString();
const ANONYMOUS = { viewer_id: null, viewer_login: null, viewer_name: null };
const ANN = by('7', 'Ann');

const EVENING = [
  aCheer({ ...by('7', 'OldAnn'), ...at(1) }, 300),
  aCheer({ ...ANN, ...at(2), streamer_id: '901', streamer_name: 'Other' }, 200),
  aCheer({ ...by('8', 'Bob'), ...at(3) }, 450),
  aCheer({ ...ANONYMOUS, ...at(4) }, 9000),
  aBomb('b', 2, { ...ANN, ...at(5) }),
  aGift('b', 1, { ...ANN, ...at(5) }),
  aGift('b', 2, { ...ANN, ...at(5) }),
  anEvent('raid_in', { viewers: 120 }, { ...by('8', 'Bob'), ...at(6) }),
  aSub({ id: 'sub', ...by('9', 'Cid'), ...at(7) }),
];

const RESUB = {
  message: '',
  tier: '1000',
  isPrime: false,
  durationMonths: 1,
  gifter: null,
  isGifterAnonymous: false,
  isGift: false,
  streakMonths: null,
};

async function logOf(events: readonly StreamEvent[]): Promise<Database> {
  const db = freshDatabase();
  await recordEvents(db, events);
  return await indexed(db);
}

/** Opens the view of people on the evening. */
async function openPeople(search = '', events: readonly StreamEvent[] = EVENING) {
  return await openHistory({ db: await logOf(events), search: `?view=people${search}` });
}

/** The texts of a table, row by row; `null` if it is not there. */
function textsOf(name: string): string[] | null {
  const table = screen.queryByRole('table', { name });
  if (table === null) return null;
  return [...table.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map(({ textContent }) => textContent).join(' | '),
  );
}

const linkIn = (table: string, name: string) =>
  within(screen.getByRole('table', { name: table })).getByRole('link', { name });

describe('the lists of people', () => {
  it('say who has most of what, and never name anybody anonymous', async () => {
    await openPeople();
    await waitFor(() =>
      expect(textsOf('Cheerers')).toEqual(['Ann | 500 | 300', 'Bob | 450 | 450']),
    );
    expect(textsOf('Gifters')).toEqual(['Ann | 2 | 1 | 2']);
    expect(textsOf('Raiders')).toEqual(['Bob | 1 | 120']);
    expect(textsOf('Newest subs')?.[0]).toMatch(/^CidTier 1 · Demo_Streamer \| /);
    expect(textsOf('Longest watch streaks')).toBeNull();
    expect(document.body.textContent).not.toContain('9,000');
  });

  it('are of one streamer if one is chosen, and say so if there is nobody', async () => {
    await openPeople('&streamer=901');
    await waitFor(() => expect(textsOf('Cheerers')).toEqual(['Ann | 200 | 200']));
    await goBackTo('?view=people&streamer=100');
    await waitFor(() =>
      expect(textsOf('Cheerers')).toEqual(['Bob | 450 | 450', 'Ann | 300 | 300']),
    );
    await goBackTo('?view=people&streamer=404');
    expect(await screen.findByText(/^Nobody has subscribed, gifted/)).toBeDefined();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('are of the dates that are chosen, and follow the log', async () => {
    const { db } = await openPeople(`&from=${moment(1.5)}&until=${moment(6)}`);
    await waitFor(() =>
      expect(textsOf('Cheerers')).toEqual(['Bob | 450 | 450', 'Ann | 200 | 200']),
    );
    expect(textsOf('Gifters')).toEqual(['Ann | 2 | 1 | 2']);
    expect(textsOf('Raiders')).toBeNull();
    await act(async () => void (await recordEvents(db, [aCheer({ ...ANN, ...at(4) }, 400)])));
    await waitFor(
      () => expect(textsOf('Cheerers')).toEqual(['Ann | 600 | 400', 'Bob | 450 | 450']),
      { timeout: 5000 },
    );
  });

  it('say that nobody did anything in a time', async () => {
    await openPeople('&from=2026-11-23');
    const empty = 'Nobody subscribed, gifted, cheered or raided in this time.';
    expect(await screen.findByText(empty)).toBeDefined();
  });

  it('lead to the rows behind each number', async () => {
    await openPeople(`&until=${moment(10)}`);
    await waitFor(() => expect(textsOf('Gifters')).not.toBeNull());
    const leadsTo = (table: string, name: string) =>
      decodeURIComponent(linkIn(table, name).getAttribute('href') ?? '').split('&until=');
    expect(leadsTo('Cheerers', '500')).toEqual(['/history.html?viewer=7&kinds=cheers', moment(10)]);
    expect(leadsTo('Cheerers', '300')[0]).toBe('/history.html?viewer=7&kinds=cheers&bits=300');
    expect(leadsTo('Raiders', '120')[0]).toBe('/history.html?viewer=8&type=raid_in&viewers=120');
    expect(leadsTo('Cheerers', 'Ann')[0]).toBe('/history.html?view=people&viewer=7');
  });

  it('are ten people long, a hundred on request, and keep the focus', async () => {
    const crowd = Array.from({ length: 120 }, (_, index) =>
      aCheer(by(String(1000 + index), `Viewer_${index}`), index + 1),
    );
    const { user } = await openPeople('', crowd);
    await waitFor(() => expect(textsOf('Cheerers')).toHaveLength(10));
    expect(textsOf('Cheerers')?.[0]).toBe('Viewer_119 | 120 | 120');
    await user.click(screen.getByRole('button', { name: 'Show up to 100' }));
    await waitFor(() => expect(textsOf('Cheerers')).toHaveLength(100));
    const fewer = screen.getByRole('button', { name: 'Show 10 only' });
    expect(document.activeElement).toBe(fewer);
    await user.click(fewer);
    expect(textsOf('Cheerers')).toHaveLength(10);
  });

  it('follow what is recorded while one looks', async () => {
    const { db } = await openPeople();
    await waitFor(() => expect(textsOf('Cheerers')).toHaveLength(2));
    await act(async () => {
      await recordEvents(db, [aCheer({ ...by('8', 'Bob'), ...at(8) }, 1000)]);
      await indexed(db);
    });
    await waitFor(() =>
      expect(textsOf('Cheerers')).toEqual(['Bob | 1,450 | 1,000', 'Ann | 500 | 300']),
    );
  });
});

it('lead to what they count, and to nothing else of that kind', async () => {
  await openPeople('', [
    ...EVENING,
    anEvent('resub', { ...RESUB, cumulativeMonths: 12 }, { ...ANN, ...at(8) }),
    anEvent('watch_streak', { message: '', streams: 5, channelPoints: 1 }, { ...ANN, ...at(9) }),
  ]);
  await waitFor(() => expect(textsOf('Most months')).toEqual(['Ann | 12']));
  const leadsTo = (table: string, name: string) => linkIn(table, name).getAttribute('href');
  expect(leadsTo('Most months', '12')).toBe('/history.html?viewer=7&type=resub&months=12');
  expect(leadsTo('Longest watch streaks', '5')).toBe('/history.html?viewer=7&type=watch_streak');
  expect(leadsTo('Gifters', '1')).toBe('/history.html?viewer=7&type=community_gift&gifts=2');
});

describe('the page of a person', () => {
  it('is of the dates that are chosen, as its links are', async () => {
    await openPeople(`&viewer=7&from=${moment(1.5)}`);
    await waitFor(() => expect(textsOf('By type')).toContain('Cheers | 1'));
    const links = within(screen.getByRole('table', { name: 'By type' })).getAllByRole('link');
    const queries = links.map((link) => link.getAttribute('href')?.split('?')[1]);
    expect(new Set(queries.map((query) => new URLSearchParams(query).get('from')))).toEqual(
      new Set([moment(1.5)]),
    );
  });

  it('opens from a name, takes the focus, and leads back', async () => {
    const { user } = await openPeople();
    await waitFor(() => expect(textsOf('Cheerers')).not.toBeNull());
    await user.click(linkIn('Cheerers', 'Ann'));
    const heading = screen.getByRole('heading', { level: 2 });
    expect(document.activeElement).toBe(heading);
    await waitFor(() => expect(heading.textContent).toBe('Ann'));
    expect(location.search).toBe('?view=people&viewer=7');
    await waitFor(() => expect(document.title).toBe('Ann – History – StreamerEventViewer'));
    await user.click(screen.getByRole('link', { name: 'All people' }));
    expect(document.activeElement?.textContent).toBe('People');
    expect(location.search).toBe('?view=people');
  });

  it('tells everything of theirs, by streamer and by type', async () => {
    await openPeople('&viewer=7');
    expect(await screen.findByText('Before: OldAnn')).toBeDefined();
    const facts = '2 subs gifted · 1 gift bomb, of 2 · 500 bits, at most 300 at once';
    expect(screen.getByText(facts)).toBeDefined();
    // The names of streamers are read by themselves.
    await waitFor(() =>
      expect(textsOf('By streamer')).toEqual([
        'Demo_Streamer2 subs gifted · 1 gift bomb, of 2 · 300 bits, at most 300 at once | 4',
        'Other200 bits, at most 200 at once | 1',
      ]),
    );
    expect(textsOf('By type')).toEqual(['Gift subs | 2', 'Cheers | 2', 'Gift bombs | 1']);
    expect(linkIn('By type', '1').getAttribute('href')).toContain('?viewer=7&type=community_gift');
    expect(linkIn('By streamer', '1').getAttribute('href')).toContain('?streamer=901&viewer=7');
    const all = screen.getByRole('link', { name: 'Show all events' });
    expect(all.getAttribute('href')).toBe('/history.html?viewer=7');
  });

  it('leads to the feed without losing the focus', async () => {
    const { user } = await openPeople('&viewer=7');
    await user.click(await screen.findByRole('link', { name: 'Show all events' }));
    const heading = await screen.findByRole('heading', { name: 'Events of Ann' });
    expect(document.activeElement).toBe(heading);
  });

  it('says that it knows nothing of somebody', async () => {
    await openPeople('&viewer=404');
    expect(await screen.findByText('Nothing of this viewer is recorded.')).toBeDefined();
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('One viewer');
  });

  it('is of the next person at once', async () => {
    await openPeople('&viewer=7');
    expect(await screen.findByText('Before: OldAnn')).toBeDefined();
    await goBackTo('?view=people&viewer=8');
    expect(screen.queryByText('Before: OldAnn')).toBeNull();
    await waitFor(() => expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Bob'));
  });
});
