import { describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { DEFAULT_FILTER, withChoice, withLeast } from '@/lib/domain/filter/filter';
import {
  DEFAULT_RECORDING_OPTIONS,
  RECORDING_OPTIONS,
} from '@/lib/domain/history/recording-options';
import { problemOf } from '@/lib/domain/problem';
import { withFavorite } from '@/lib/domain/roster/roster';
import { DEFAULT_APPEARANCE } from '@/lib/domain/view/appearance';
import { DEMO_STREAMER } from '@/tests/support/builders/accounts';
import { changeRoster } from './roster';
import {
  changeFilter,
  changeRecording,
  isSettingsKey,
  parseSettings,
  readFilters,
  readSettings,
  settingsItem,
  storeSettings,
} from './settings';

const hidden = (choice: 'raids' | 'ads') => withChoice(DEFAULT_FILTER, choice, false);

describe('the filters', () => {
  it('hide nothing by default', async () => {
    expect(await readFilters()).toEqual({ feed: DEFAULT_FILTER, badge: DEFAULT_FILTER });
  });

  it('are changed one by one, in the synced storage', async () => {
    await changeFilter('feed', (now) => withChoice(now, 'raids', false));
    await changeFilter('badge', (now) => withLeast(now, 'bits', 100));
    expect(await readFilters()).toEqual({
      feed: hidden('raids'),
      badge: withLeast(DEFAULT_FILTER, 'bits', 100),
    });
    expect(Object.keys(await browser.storage.sync.get())).toContain('settings');
  });

  it('keep all changes that are made at the same time', async () => {
    const recording = { moderation: true, redemptions: false, shared_chat: false };
    await Promise.all([
      changeFilter('feed', (now) => withChoice(now, 'raids', false)),
      changeFilter('feed', (now) => withChoice(now, 'ads', false)),
      changeFilter('badge', (now) => withChoice(now, 'ads', false)),
      storeSettings({ recording }),
    ]);
    const settings = await readSettings();
    expect(settings.filters.feed.hidden).toEqual(['raids', 'ads']);
    expect(settings.filters.badge).toEqual(hidden('ads'));
    expect(settings.recording).toEqual(recording);
  });

  it.each([
    ['a number', 7],
    ['a string instead of filters', { filters: 'all' }],
    ['invalid filters', { filters: { feed: null, badge: [] } }],
    ['invalid minimums', { filters: { feed: { least: { bits: -1, tier: 'x' } }, badge: {} } }],
  ])('hide nothing if another version stored %s', async (_name, stored) => {
    await settingsItem.setValue(stored);
    expect(await readFilters()).toEqual({ feed: DEFAULT_FILTER, badge: DEFAULT_FILTER });
  });

  it('keep the valid part of a partly invalid filter', async () => {
    const feed = { subsAndCheersOnly: true, hidden: ['raids', 'holograms', 7] };
    const badge = { hidden: ['ads', 'holograms'], least: { bits: 100, hype: 3 } };
    await settingsItem.setValue({ filters: { feed, badge } });
    expect(await readFilters()).toEqual({
      feed: { ...DEFAULT_FILTER, subsAndCheersOnly: true },
      badge: withLeast(hidden('ads'), 'bits', 100),
    });
  });
});

describe('the recording options', () => {
  it('are the defaults if nothing is stored', async () => {
    expect((await readSettings()).recording).toEqual(DEFAULT_RECORDING_OPTIONS);
  });

  it.each([null, 7, 'all', { recording: 'all' }, { recording: { moderation: 'yes' } }])(
    'are the defaults if %o is stored',
    (stored) => {
      expect(parseSettings(stored).recording).toEqual(DEFAULT_RECORDING_OPTIONS);
    },
  );

  it('keep the valid part of a partly invalid value', () => {
    const stored = { recording: { moderation: 'yes', redemptions: true }, filters: 7 };
    expect(parseSettings(stored).recording).toEqual({
      ...DEFAULT_RECORDING_OPTIONS,
      redemptions: true,
    });
  });

  it('keep all changes that are made at the same time', async () => {
    await Promise.all(RECORDING_OPTIONS.map((name) => changeRecording(name, true)));
    const { recording } = await readSettings();
    expect(recording).toEqual({ moderation: true, redemptions: true, shared_chat: true });
  });

  it('can be changed after a change that could not be stored', async () => {
    vi.spyOn(settingsItem, 'setValue').mockRejectedValueOnce(new Error('quota'));
    await expect(changeRecording('moderation', true)).rejects.toThrow('quota');
    await changeRecording('redemptions', true);
    expect((await readSettings()).recording).toEqual({
      ...DEFAULT_RECORDING_OPTIONS,
      redemptions: true,
    });
  });

  it('are in the synced storage only', async () => {
    await changeRecording('moderation', true);
    expect(Object.keys(await browser.storage.sync.get()).every(isSettingsKey)).toBe(true);
    expect(await browser.storage.local.get()).toEqual({});
  });
});

describe('the retention', () => {
  it('is half a year and half a million events by default', async () => {
    expect((await readSettings()).retention).toEqual({
      days: 180,
      events: 500_000,
      makeRoom: false,
    });
  });

  it('may be unlimited', async () => {
    const retention = { days: null, events: null, makeRoom: false };
    await storeSettings({ retention });
    expect((await readSettings()).retention).toEqual(retention);
  });

  it.each([
    [
      { days: 30, events: 'lots', makeRoom: true },
      { days: 30, events: null, makeRoom: true },
    ],
    [
      { days: 0, events: -1 },
      { days: null, events: null, makeRoom: false },
    ],
    [
      { days: { months: 6 }, events: 7 },
      { days: null, events: 7, makeRoom: false },
    ],
    [{}, { days: null, events: null, makeRoom: false }],
    [7, { days: null, events: null, makeRoom: false }],
  ])('is longer, not shorter, if another version stored %o', (retention, expected) => {
    expect(parseSettings({ retention }).retention).toEqual(expected);
  });
});

describe('a change that the browser does not store', () => {
  it.each([
    ['This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.', 'settings_limit'],
    ['This request exceeds the MAX_WRITE_OPERATIONS_PER_HOUR quota.', 'settings_limit'],
    ['QUOTA_BYTES_PER_ITEM quota exceeded', 'settings_full'],
    ['QUOTA_BYTES quota exceeded', 'settings_full'],
    ['storage.sync API call exceeded its quota limitations.', 'settings_full'],
    ['disk I/O', 'unknown'],
  ])('is reported with its reason: %s', async (words, problem) => {
    vi.spyOn(browser.storage.sync, 'set').mockRejectedValue(new Error(words));
    const change = changeRecording('moderation', true);
    expect(await change.then(() => 'stored', problemOf)).toBe(problem);
    const choice = changeRoster('200', (now) => withFavorite(now, DEMO_STREAMER, 1));
    expect(await choice.then(() => 'stored', problemOf)).toBe(problem);
  });
});

describe('the appearance', () => {
  it('is as Twitch, in normal size, by default', () => {
    expect(parseSettings({}).appearance).toEqual(DEFAULT_APPEARANCE);
  });

  it('keeps what can be read of another version', () => {
    const stored = { appearance: { textSize: 'huge', theme: 'dark' } };
    expect(parseSettings(stored).appearance).toEqual({ ...DEFAULT_APPEARANCE, theme: 'dark' });
  });
});
