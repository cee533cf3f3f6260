import { beforeEach, describe, expect, it } from 'vitest';
import { plainText } from '@/lib/i18n/text';
import { installEnglish } from '@/tests/support/english';
import { badgeOf, badgeTitle, countedOnBadge } from './badge';

beforeEach(installEnglish);

const LISTENING = { state: 'listening', problem: null } as const;

/** Streamers with the ids 0, 1, 2 and so on. */
const streamers = ['Ada', 'Bo', 'Cy', 'Di', 'Ed'].map((name, id) => ({
  id: String(id),
  name,
  isMuted: false,
}));

function titleOf(count: number, unseen: Record<string, number>): string {
  const list = streamers.slice(0, count);
  const counted = countedOnBadge(list, unseen);
  const total = counted.reduce((sum, { count: of }) => sum + of, 0);
  return plainText(badgeTitle(badgeOf(LISTENING, total), counted, list.length));
}

describe('the title of the toolbar button', () => {
  it.each<[streamers: number, unseen: Record<string, number>, title: string]>([
    [1, {}, 'No new events'],
    [1, { 0: 1 }, '1 new event'],
    [1, { 0: 3 }, '3 new events'],
    [2, {}, 'No new events'],
    [2, { 0: 3 }, '3 of Ada'],
    [2, { 0: 3, 1: 1 }, '3 of Ada, 1 of Bo'],
    [3, { 2: 2, 1: 1, 0: 3 }, '3 of Ada, 1 of Bo, 2 of Cy'],
    [4, { 0: 1, 1: 1, 2: 1, 3: 9 }, '1 of Ada, 1 of Bo, 1 of Cy and 1 more streamer'],
    [5, { 0: 1, 1: 1, 2: 1, 3: 1, 4: 1 }, '1 of Ada, 1 of Bo, 1 of Cy and 2 more streamers'],
  ])('of %i streamers, with %j unseen, is "%s"', (count, unseen, title) => {
    expect(titleOf(count, unseen)).toBe(title);
  });

  it('says what keeps events from arriving, whoever has new ones', () => {
    const badge = badgeOf({ state: 'reconnecting', problem: null }, 4);
    const counted = countedOnBadge(streamers, { 0: 4 });
    expect(plainText(badgeTitle(badge, counted, 5))).toMatch(/^Connection to Twitch lost/);
  });
});

describe('a muted streamer', () => {
  it('does not count', () => {
    const muted = streamers.map((streamer) => ({ ...streamer, isMuted: streamer.name === 'Ada' }));
    expect(countedOnBadge(muted, { 0: 4, 1: 2 })).toEqual([{ name: 'Bo', count: 2 }]);
  });
});
