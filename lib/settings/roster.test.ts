import { describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { problemOf } from '@/lib/domain/problem';
import {
  DEFAULT_CHOICES,
  EMPTY_ROSTER,
  listedIn,
  MAX_OTHERS,
  withChoices,
  withFavorite,
  withListed,
  withOther,
  withoutOther,
} from '@/lib/domain/roster/roster';
import { DEMO_STREAMER, OTHER_STREAMER } from '@/tests/support/builders/accounts';
import { aRoster, listed, manyListed } from '@/tests/support/builders/roster';
import { changeRoster, isRosterKey, readRoster } from './roster';

const NOW = 5000;
const { sync, local } = browser.storage;

const choose = (accountId: string, streamer = DEMO_STREAMER) =>
  changeRoster(accountId, (now) => withFavorite(now, streamer, NOW));
const add = (streamer = OTHER_STREAMER, now = NOW) =>
  changeRoster('200', (roster) => withOther(roster, streamer, now));
const idsOf = async () => listedIn(await readRoster('200')).map(({ id }) => id);
const keysOf = async () => Object.keys(await sync.get()).toSorted();

describe('a roster', () => {
  it('is empty until somebody is chosen', async () => {
    expect(await readRoster('200')).toEqual(EMPTY_ROSTER);
  });

  it('is kept for each account, in the synced storage', async () => {
    await choose('200');
    await add();
    await choose('20', OTHER_STREAMER);
    expect(await readRoster('200')).toEqual({
      favorite: listed(DEMO_STREAMER, { addedAt: NOW }),
      others: [listed(OTHER_STREAMER, { addedAt: NOW })],
    });
    expect(await readRoster('20')).toEqual({
      favorite: listed(OTHER_STREAMER, { addedAt: NOW }),
      others: [],
    });
    expect(await keysOf()).toEqual(['favorite:20', 'favorite:200', 'other:200:101']);
    expect((await keysOf()).every(isRosterKey)).toBe(true);
    expect(await local.get()).toEqual({});
  });

  it('keeps every choice', async () => {
    const choices = {
      recordsCheers: true,
      isMuted: true,
      recording: { moderation: true, redemptions: false, shared_chat: true },
      filters: {
        feed: {
          subsAndCheersOnly: true,
          hidden: ['raids' as const],
          least: { bits: 1, viewers: 2, months: 3, tier: 1, gifts: 5 },
        },
        badge: {
          subsAndCheersOnly: false,
          hidden: [],
          least: { bits: 0, viewers: 0, months: 0, tier: 0, gifts: 0 },
        },
      },
      notifications: {
        choices: ['live' as const, 'polls' as const],
        least: { viewers: 1, gifts: 2, bits: 3 },
      },
    };
    await choose('200');
    await changeRoster('200', (now) => withChoices(now, '100', choices));
    expect((await readRoster('200')).favorite?.choices).toEqual(choices);
    await changeRoster('200', (now) => withChoices(now, '100', DEFAULT_CHOICES));
    expect(await sync.get()).toEqual({ 'favorite:200': { ...DEMO_STREAMER, addedAt: NOW } });
  });

  it('keeps all changes that are made at the same time, with few writes', async () => {
    const set = vi.spyOn(sync, 'set');
    const others = manyListed(MAX_OTHERS);
    await Promise.all([choose('200'), ...others.map((other) => add(other, other.addedAt))]);
    expect(await readRoster('200')).toEqual({
      favorite: listed(DEMO_STREAMER, { addedAt: NOW }),
      others,
    });
    expect(set).toHaveBeenCalledOnce();
  });

  it('keeps the other changes if one of them is refused', async () => {
    await changeRoster('200', () => aRoster({ others: manyListed(MAX_OTHERS) }));
    const [added, muted] = await Promise.allSettled([
      add(),
      changeRoster('200', (now) => withChoices(now, '100', { isMuted: true })),
    ]);
    expect(added.status === 'rejected' && problemOf(added.reason)).toBe('too_many_streamers');
    expect(muted.status).toBe('fulfilled');
    const { favorite, others } = await readRoster('200');
    expect(favorite?.choices.isMuted).toBe(true);
    expect(others).toHaveLength(MAX_OTHERS);
  });
});

describe('a change', () => {
  it('writes only what differs', async () => {
    await changeRoster('200', () => aRoster({ others: manyListed(3) }));
    const set = vi.spyOn(sync, 'set');
    const remove = vi.spyOn(sync, 'remove');
    await changeRoster('200', (now) => withChoices(now, '1001', { isMuted: true }));
    expect(set.mock.calls.map(([items]) => Object.keys(items))).toEqual([['other:200:1001']]);
    expect(remove).not.toHaveBeenCalled();
    await changeRoster('200', (now) => withoutOther(now, '1000'));
    expect(remove.mock.calls).toEqual([[['other:200:1000']]]);
    await changeRoster('200', (now) => now);
    expect(set).toHaveBeenCalledOnce();
  });

  it('of the favorite is one write and one removal', async () => {
    await choose('200');
    await add();
    const set = vi.spyOn(sync, 'set');
    const remove = vi.spyOn(sync, 'remove');
    await choose('200', OTHER_STREAMER);
    expect(await idsOf()).toEqual(['101', '100']);
    expect(await keysOf()).toEqual(['favorite:200', 'other:200:100']);
    expect([set, remove].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  });

  it('does not undo those of another computer', async () => {
    await choose('200');
    await sync.set({ 'other:200:1': { ...OTHER_STREAMER, id: '1', addedAt: 1 } });
    await add();
    await sync.set({ 'other:200:2': { ...OTHER_STREAMER, id: '2', addedAt: NOW + 1 } });
    await changeRoster('200', (now) => withoutOther(now, '101'));
    expect(await idsOf()).toEqual(['100', '1', '2']);
  });
});

describe('what another computer or version has stored', () => {
  it('is read if it is the favorite of the version before', async () => {
    await sync.set({ 'favorite:200': DEMO_STREAMER });
    expect(await readRoster('200')).toEqual({
      favorite: listed(DEMO_STREAMER, { addedAt: 0 }),
      others: [],
    });
    const set = vi.spyOn(sync, 'set');
    await add();
    expect(set.mock.calls.map(([items]) => Object.keys(items))).toEqual([['other:200:101']]);
    await choose('200', { ...OTHER_STREAMER, id: '7' });
    expect(await idsOf()).toEqual(['7', '100', '101']);
  });

  it.each([
    'demo_streamer',
    7,
    {},
    { id: 100, login: 'x', name: 'X', avatarUrl: '' },
    { id: '100', login: 'x', name: 'X' },
  ])('is left out if it is %o', async (value) => {
    await sync.set({ 'favorite:200': value, 'other:200:100': value, 'other:200:': value });
    expect(await readRoster('200')).toEqual(EMPTY_ROSTER);
    await add();
    expect(await sync.get()).toMatchObject({ 'favorite:200': value, 'other:200:100': value });
  });

  it.each([7, 'all', { recording: 'all', filters: [], isMuted: 1, recordsCheers: null }])(
    'are the default choices instead of %o',
    async (choices) => {
      await sync.set({ 'favorite:200': { ...DEMO_STREAMER, addedAt: 'never', choices } });
      expect((await readRoster('200')).favorite).toEqual(listed(DEMO_STREAMER, { addedAt: 0 }));
    },
  );

  it('is left out, and then removed, if one of the others is the favorite by now', async () => {
    await choose('200');
    await sync.set({ 'other:200:100': { ...DEMO_STREAMER, addedAt: 1 } });
    expect(await readRoster('200')).toEqual({
      favorite: listed(DEMO_STREAMER, { addedAt: NOW }),
      others: [],
    });
    await add();
    expect(await keysOf()).toEqual(['favorite:200', 'other:200:101']);
  });

  it('is left out if it is there under the id of somebody else', async () => {
    await sync.set({ 'other:200:7': { ...OTHER_STREAMER, addedAt: 1 } });
    expect(await readRoster('200')).toEqual(EMPTY_ROSTER);
  });

  it('is left out while there is no room for it, and not deleted', async () => {
    const others = manyListed(MAX_OTHERS);
    await changeRoster('200', () => ({ favorite: null, others }));
    await sync.set({ 'other:200:9': { ...OTHER_STREAMER, id: '9', addedAt: 8e15 } });
    expect((await readRoster('200')).others).toEqual(others);
    await changeRoster('200', (now) => withoutOther(now, '1000'));
    expect((await readRoster('200')).others.at(-1)?.id).toBe('9');
    await changeRoster('200', (now) => withListed(now, listed(DEMO_STREAMER))).catch(problemOf);
    expect((await readRoster('200')).others).toHaveLength(MAX_OTHERS);
  });
});

it.each([
  ['favorite:200', true],
  ['other:200:100', true],
  ['favorite', false],
  ['settings', false],
  ['my favorite:200', false],
])('recognizes the key of a roster: %s', (key, expected) => {
  expect(isRosterKey(key)).toBe(expected);
});
