import { expect, it } from 'vitest';
import { HOUR } from '@/lib/time';
import {
  aBomb,
  aCheer,
  aFollow,
  aGift,
  anEvent,
  aRecipient,
  aSub,
} from '@/tests/support/builders/events';
import { aRow } from '@/tests/support/builders/rows';
import { START } from '@/tests/support/fakes/fake-clock';
import { DEFAULT_CONTEXT } from './row-view';
import { biggestOf, countAway, startOfBroadcast } from './sum-up-away';

const aRaid = (viewers: number) => anEvent('raid_in', { viewers });
const bombOf = (total: number | null, named: number) => ({
  total,
  recipients: Array.from({ length: named }, (_, number) => aRecipient(number)),
});
const resub = (cumulativeMonths: number) =>
  anEvent('resub', {
    message: '',
    gifter: null,
    isGifterAnonymous: false,
    tier: '1000',
    isPrime: false,
    isGift: false,
    cumulativeMonths,
    streakMonths: null,
    durationMonths: 1,
  });

it('counts subs and raids, adds up bits and gifts, and counts everybody who followed', () => {
  const followers = [0, 1, 2].map(aRecipient);
  expect(
    countAway([
      aRow(aSub()),
      aRow(resub(3)),
      aRow(aCheer({}, 100)),
      aRow(aCheer({}, 250)),
      aRow(aGift('single', 1)),
      aRow(aBomb('b', 20), bombOf(20, 18)),
      aRow(aGift('c', 1), bombOf(null, 4)),
      aRow(aRaid(30)),
      { ...aRow(aFollow(0)), followers },
      aRow(aFollow(1)),
      aRow(anEvent('watch_streak', { message: '', streams: 3, channelPoints: 300 })),
    ]),
  ).toEqual({ subs: 2, gifts: 25, bits: 350, raids: 1, follows: 4, others: 1 });
  expect(countAway([])).toEqual({});
});

it('shows the three greatest rows: moments first, then by size, then the newest', () => {
  const rows = [
    aRow(aSub()),
    aRow(resub(14)),
    aRow(aCheer({ id: 'cheer' }, 6000)),
    aRow(aRaid(80)),
    aRow(aBomb('b', 60), bombOf(60, 0)),
    aRow(aRaid(499)),
    aRow(anEvent('stream_online', { streamId: '7', startedAt: START })),
  ];
  const biggest = (of = rows) => biggestOf(of, () => DEFAULT_CONTEXT).map(({ message }) => message);
  expect(biggestOf(rows, () => DEFAULT_CONTEXT).map(({ kind }) => kind)).toEqual([
    'community_gift',
    'cheer',
    'raid_in',
  ]);
  expect(biggest()).toHaveLength(3);
  expect(biggest([aRow(aSub()), aRow(resub(14))])).toHaveLength(1);
  const same = [START, START + 1].map((created_at) => aRow(aCheer({ created_at }, 100)));
  expect(biggestOf(same, () => DEFAULT_CONTEXT).map(({ createdAt }) => createdAt)).toEqual([
    START + 1,
    START,
  ]);
});

it('finds the start of the broadcast that is running, or of the latest that was missed', () => {
  const past = { id: '1', startedAt: START, endsAt: START + 3 * HOUR };
  const running = { id: '2', startedAt: START + 9 * HOUR, endsAt: null };
  const live = { streamId: '8', startedAt: START + 9 * HOUR };
  const start = (videoId: string) => ({ videoId, seconds: 0 });
  expect(startOfBroadcast({ live, recordings: [running, past] }, START)).toEqual(start('2'));
  expect(startOfBroadcast({ live, recordings: [past] }, START)).toBeNull();
  expect(startOfBroadcast({ live: null, recordings: [past] }, START + HOUR)).toEqual(start('1'));
  expect(startOfBroadcast({ live: null, recordings: [past] }, START + 4 * HOUR)).toBeNull();
  expect(startOfBroadcast({ live: null }, START)).toBeNull();
});
