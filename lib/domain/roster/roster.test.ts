import { describe, expect, it } from 'vitest';
import { DEMO_STREAMER, OTHER_STREAMER } from '@/tests/support/builders/accounts';
import { aRoster, listed, manyListed } from '@/tests/support/builders/roster';
import { DEFAULT_FILTER } from '../filter/filter';
import { problemOf } from '../problem';
import {
  DEFAULT_CHOICES,
  EMPTY_ROSTER,
  listedBy,
  listedIn,
  MAX_OTHERS,
  type Roster,
  withChoices,
  withFavorite,
  withListed,
  withNames,
  withOther,
  withoutOther,
} from './roster';

const NOW = 5000;
const FULL = aRoster({ others: manyListed(MAX_OTHERS) });
const filters = { feed: DEFAULT_FILTER, badge: DEFAULT_FILTER };

const idsOf = (roster: Roster) => listedIn(roster).map(({ id }) => id);

function problemFrom(run: () => unknown): string {
  try {
    run();
    return 'none';
  } catch (error) {
    return problemOf(error);
  }
}

describe('a favorite', () => {
  it('is listed first, with no choices of its own', () => {
    const roster = withFavorite(EMPTY_ROSTER, DEMO_STREAMER, NOW);
    expect(roster).toEqual({
      favorite: { ...DEMO_STREAMER, choices: DEFAULT_CHOICES, addedAt: NOW },
      others: [],
    });
    expect(idsOf(withOther(roster, OTHER_STREAMER, 1))).toEqual(['100', '101']);
  });

  it('becomes one of the others when another one is chosen', () => {
    const first = withChoices(aRoster(), '100', { isMuted: true });
    const roster = withFavorite(first, OTHER_STREAMER, NOW);
    expect(roster.favorite).toMatchObject(OTHER_STREAMER);
    expect(roster.others).toEqual([listed(DEMO_STREAMER, { choices: { isMuted: true } })]);
  });

  it('keeps its choices when it was one of the others', () => {
    const other = listed(OTHER_STREAMER, { choices: { recordsCheers: true, filters }, addedAt: 1 });
    const roster = withFavorite(aRoster({ others: [other] }), OTHER_STREAMER, NOW);
    expect(roster).toEqual({ favorite: other, others: [listed(DEMO_STREAMER)] });
  });

  it('that is chosen again gets its new names and nothing else', () => {
    const renamed = { ...DEMO_STREAMER, name: 'デモ' };
    expect(withFavorite(FULL, renamed, NOW)).toEqual({
      ...FULL,
      favorite: listed(renamed),
    });
  });

  it('has no more than the fields of a streamer', () => {
    const suggestion = { ...DEMO_STREAMER, isLive: true };
    expect(withFavorite(EMPTY_ROSTER, suggestion, NOW).favorite).not.toHaveProperty('isLive');
  });

  it('is refused if there is no room for the one before', () => {
    expect(problemFrom(() => withFavorite(FULL, OTHER_STREAMER, NOW))).toBe('too_many_streamers');
  });

  it('can be one of the others, and the first one, when these are as many as possible', () => {
    const [other] = FULL.others;
    const swapped = withFavorite(FULL, other ?? OTHER_STREAMER, NOW);
    expect(swapped.favorite).toEqual(other);
    expect(swapped.others).toHaveLength(MAX_OTHERS);
    const first = withFavorite({ ...FULL, favorite: null }, OTHER_STREAMER, NOW);
    expect(first.others).toHaveLength(MAX_OTHERS);
  });
});

describe('the others', () => {
  it('are in the order in which they were added', () => {
    const [a, b, c] = manyListed(3);
    const roster = [c, a, b].reduce<Roster>(
      (all, other) => (other === undefined ? all : withListed(all, other)),
      aRoster(),
    );
    expect(idsOf(roster)).toEqual(['100', '1000', '1001', '1002']);
  });

  it('that were added at the same time are in the same order on every computer', () => {
    const [a, b] = manyListed(2).map((other) => ({ ...other, addedAt: NOW }));
    if (a === undefined || b === undefined) throw new Error('too few');
    const roster = withListed(withListed(EMPTY_ROSTER, b), a);
    expect(idsOf(roster)).toEqual([a.id, b.id]);
  });

  it('are listed once', () => {
    const roster = withOther(aRoster(), OTHER_STREAMER, NOW);
    expect(withOther(roster, OTHER_STREAMER, NOW + 1)).toBe(roster);
    expect(withOther(roster, DEMO_STREAMER, NOW + 1)).toBe(roster);
  });

  it('are told apart by id, even if another user took the login', () => {
    const impostor = { ...OTHER_STREAMER, login: DEMO_STREAMER.login };
    expect(idsOf(withOther(aRoster(), impostor, NOW))).toEqual(['100', '101']);
  });

  it(`are at most ${MAX_OTHERS}`, () => {
    expect(problemFrom(() => withOther(FULL, OTHER_STREAMER, NOW))).toBe('too_many_streamers');
    expect(problemFrom(() => withListed(FULL, listed(OTHER_STREAMER)))).toBe('too_many_streamers');
    expect(problemFrom(() => withOther(FULL, DEMO_STREAMER, NOW))).toBe('none');
  });

  it('can be removed, but not the favorite', () => {
    const roster = aRoster({ others: [listed(OTHER_STREAMER)] });
    expect(withoutOther(roster, '101')).toEqual(aRoster());
    expect(withoutOther(roster, '100')).toEqual(roster);
    expect(withoutOther(roster, '7')).toEqual(roster);
  });
});

describe('choices', () => {
  it('are changed one by one, for one streamer', () => {
    const roster = aRoster({ others: [listed(OTHER_STREAMER)] });
    const muted = withChoices(roster, '101', { isMuted: true });
    const changed = withChoices(muted, '101', { recordsCheers: true });
    expect(listedBy(changed, '101')?.choices).toEqual({
      ...DEFAULT_CHOICES,
      isMuted: true,
      recordsCheers: true,
    });
    expect(listedBy(changed, '100')?.choices).toEqual(DEFAULT_CHOICES);
  });

  it('for somebody else change nothing', () => {
    expect(withChoices(aRoster(), '7', { isMuted: true })).toEqual(aRoster());
    expect(withChoices(EMPTY_ROSTER, '7', { isMuted: true })).toEqual(EMPTY_ROSTER);
  });
});

describe('names', () => {
  it('are changed by id, and choices are kept', () => {
    const other = listed(OTHER_STREAMER, { choices: { isMuted: true } });
    const roster = withNames(aRoster({ others: [other] }), [
      { ...OTHER_STREAMER, login: 'new_name' },
      { ...DEMO_STREAMER, id: '7' },
    ]);
    expect(roster).toEqual(aRoster({ others: [{ ...other, login: 'new_name' }] }));
  });
});

it('returns null for a streamer that is not listed', () => {
  expect(listedBy(EMPTY_ROSTER, '100')).toBeNull();
});
