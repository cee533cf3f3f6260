import { act, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { recordEvents } from '@/lib/db/history/events';
import { at, by } from '@/tests/support/builders/event-fields';
import { aCheer, anEvent } from '@/tests/support/builders/events';
import { indexed } from '@/tests/support/database/indexed';
import { goBackTo } from '@/tests/support/screens/history';
import { ANN, EVENING, linkIn, moment, openPeople, textsOf } from '@/tests/support/screens/people';
import { setUpScreen } from '@/tests/support/screens/screen';

setUpScreen();

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
