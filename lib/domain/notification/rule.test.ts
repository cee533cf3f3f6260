import { describe, expect, it } from 'vitest';
import { MINUTE } from '@/lib/time';
import { aBomb, aCheer, aGift, anEvent, aSub } from '@/tests/support/builders/events';
import { aRow } from '@/tests/support/builders/rows';
import { START } from '@/tests/support/fakes/fake-clock';
import { EVENT_KINDS } from '../event/event-kind';
import type { FeedRow } from '../row/row';
import {
  DEFAULT_NOTIFICATIONS,
  NOTIFICATION_CHOICES,
  NOTIFICATION_NAMES,
  type NotificationRules,
  notificationChoiceOf,
  withNotified,
} from './choices';
import { isNews, isNotified } from './rule';

const EVERYTHING: NotificationRules = {
  choices: NOTIFICATION_NAMES,
  least: { viewers: 50, gifts: 5, bits: 1000 },
};

const raid = (viewers: number) => aRow(anEvent('raid_in', { viewers }));
const online = (broadcastType?: string) =>
  anEvent('stream_online', {
    streamId: '1',
    startedAt: START,
    ...(broadcastType !== undefined && { broadcastType }),
  });
const powerUp = (bits: number | null) =>
  aRow(anEvent('power_up', { message: '', effect: 'custom', title: 'Rain', bits }));
const bomb = (total: number | null, gifts = 0) =>
  aRow(total === null ? aGift('b', 1) : aBomb('b', total), {
    total,
    recipients: Array.from({ length: gifts }, () => ({ id: null, login: null, name: null })),
  });
const singleGift = () => {
  const { thread: _thread, ...gift } = aGift('none', 1);
  return aRow(gift);
};

describe('a row is notified of by its size', () => {
  it.each<[what: string, row: FeedRow, isTold: boolean]>([
    ['a raid of the least size', raid(50), true],
    ['a smaller raid', raid(49), false],
    ['a cheer of the least size', aRow(aCheer({}, 1000)), true],
    ['a smaller cheer', aRow(aCheer({}, 999)), false],
    ['a power-up of the least size', powerUp(1000), true],
    ['a power-up of unknown size', powerUp(null), false],
    ['a gift bomb by its header', bomb(5), true],
    ['a smaller gift bomb', bomb(4, 4), false],
    ['a gift bomb without its header, by the gifts that came', bomb(null, 5), true],
    ['the first gift of a bomb whose header has not come', bomb(null, 1), false],
    ['a single gift', singleGift(), false],
    ['a sub, which has no size', aRow(aSub()), true],
  ])('%s', (_what, row, isTold) => {
    expect(isNotified(row, EVERYTHING)).toBe(isTold);
  });

  it('but not where any size is wanted', () => {
    const rules = { ...EVERYTHING, least: { viewers: 0, gifts: 0, bits: 0 } };
    expect([raid(0), powerUp(null), singleGift()].every((row) => isNotified(row, rules))).toBe(
      true,
    );
  });
});

describe('a row is notified of by its kind', () => {
  it('only if its choice is on', () => {
    const rules = withNotified(EVERYTHING, 'subs', false);
    expect(isNotified(aRow(aSub()), rules)).toBe(false);
    expect(isNotified(aRow(aSub()), withNotified(rules, 'subs', true))).toBe(true);
  });

  it('except for broadcasts that are not live', () => {
    expect(isNotified(aRow(online()), EVERYTHING)).toBe(true);
    expect(isNotified(aRow(online('rerun')), EVERYTHING)).toBe(false);
  });
});

describe('an event is news', () => {
  it.each([
    ['when it arrives at once', {}, true],
    ['by a clock of Twitch that is ahead', { created_at: START + MINUTE }, true],
    ['but not after five minutes', { created_at: START - 5 * MINUTE }, false],
    ['but not if it was found later', { found_at: START }, false],
  ])('%s', (_when, fields, expected) => {
    expect(isNews(aCheer(fields), START)).toBe(expected);
  });

  it('if a look finds that a stream has just begun', () => {
    const began = (minutesAgo: number) => ({
      ...online(),
      created_at: START - minutesAgo * MINUTE,
      found_at: START,
    });
    expect(isNews(began(2), START)).toBe(true);
    expect(isNews(began(6), START)).toBe(false);
  });
});

describe('the choices', () => {
  it('have each kind once, and no progress', () => {
    const kinds = Object.values(NOTIFICATION_CHOICES).flat();
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(kinds.filter((kind) => kind.endsWith('_progress'))).toEqual([]);
  });

  it('are found by kind', () => {
    for (const choice of NOTIFICATION_NAMES) {
      for (const kind of NOTIFICATION_CHOICES[choice]) {
        expect(notificationChoiceOf(kind)).toBe(choice);
      }
    }
    const chosen: ReadonlySet<string> = new Set(Object.values(NOTIFICATION_CHOICES).flat());
    const others = EVENT_KINDS.filter((kind) => !chosen.has(kind));
    expect(others.map(notificationChoiceOf)).toEqual(others.map(() => null));
  });

  it('begin with what is worth an interruption', () => {
    expect(DEFAULT_NOTIFICATIONS).toEqual({
      isOn: false,
      choices: ['live', 'raids', 'gifts', 'cheers'],
      least: { viewers: 50, gifts: 5, bits: 1000 },
    });
  });
});
