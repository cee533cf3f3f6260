import { describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { DEFAULT_FILTER, withChoice, withLeast } from '@/lib/domain/filter/filter';
import {
  DEFAULT_RECORDING_OPTIONS,
  RECORDING_OPTIONS,
} from '@/lib/domain/history/recording-options';
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
  it('leave nothing out until somebody chooses', async () => {
    expect(await readFilters()).toEqual({ feed: DEFAULT_FILTER, badge: DEFAULT_FILTER });
  });

  it('are changed one by one, in the storage that follows the user', async () => {
    await changeFilter('feed', (now) => withChoice(now, 'raids', false));
    await changeFilter('badge', (now) => withLeast(now, 'bits', 100));
    expect(await readFilters()).toEqual({
      feed: hidden('raids'),
      badge: withLeast(DEFAULT_FILTER, 'bits', 100),
    });
    expect(Object.keys(await browser.storage.sync.get())).toContain('settings');
  });

  it('lose no change to another that is made at the same time', async () => {
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
    ['nothing of use', 7],
    ['no filters', { filters: 'all' }],
    ['a filter that is none', { filters: { feed: null, badge: [] } }],
    ['sizes that are none', { filters: { feed: { least: { bits: -1, tier: 'x' } }, badge: {} } }],
  ])('leave nothing out where another version left %s', async (_name, stored) => {
    await settingsItem.setValue(stored);
    expect(await readFilters()).toEqual({ feed: DEFAULT_FILTER, badge: DEFAULT_FILTER });
  });

  it('keep what can be read beside what can not', async () => {
    const feed = { subsAndCheersOnly: true, hidden: ['raids', 'holograms', 7] };
    const badge = { hidden: ['ads', 'holograms'], least: { bits: 100, hype: 3 } };
    await settingsItem.setValue({ filters: { feed, badge } });
    expect(await readFilters()).toEqual({
      feed: { ...DEFAULT_FILTER, subsAndCheersOnly: true },
      badge: withLeast(hidden('ads'), 'bits', 100),
    });
  });
});

describe('what is recorded', () => {
  it('is nothing but the usual for somebody who never chose', async () => {
    expect((await readSettings()).recording).toEqual(DEFAULT_RECORDING_OPTIONS);
  });

  it.each([null, 7, 'all', { recording: 'all' }, { recording: { moderation: 'yes' } }])(
    'is nothing but the usual where %o is stored',
    (stored) => {
      expect(parseSettings(stored).recording).toEqual(DEFAULT_RECORDING_OPTIONS);
    },
  );

  it('is kept as far as it can be read', () => {
    const stored = { recording: { moderation: 'yes', redemptions: true }, filters: 7 };
    expect(parseSettings(stored).recording).toEqual({
      ...DEFAULT_RECORDING_OPTIONS,
      redemptions: true,
    });
  });

  it('loses no change to another that is made at the same time', async () => {
    await Promise.all(RECORDING_OPTIONS.map((name) => changeRecording(name, true)));
    const { recording } = await readSettings();
    expect(recording).toEqual({ moderation: true, redemptions: true, shared_chat: true });
  });

  it('can be chosen again after a choice that could not be stored', async () => {
    vi.spyOn(settingsItem, 'setValue').mockRejectedValueOnce(new Error('quota'));
    await expect(changeRecording('moderation', true)).rejects.toThrow('quota');
    await changeRecording('redemptions', true);
    expect((await readSettings()).recording).toEqual({
      ...DEFAULT_RECORDING_OPTIONS,
      redemptions: true,
    });
  });

  it('follows the user to another machine', async () => {
    await changeRecording('moderation', true);
    expect(Object.keys(await browser.storage.sync.get()).every(isSettingsKey)).toBe(true);
    expect(await browser.storage.local.get()).toEqual({});
  });
});

describe('how long events are kept', () => {
  it('is half a year or half a million events for somebody who never chose', async () => {
    expect((await readSettings()).retention).toEqual({
      days: 180,
      events: 500_000,
      makeRoom: false,
    });
  });

  it('may be for ever', async () => {
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
  ])('is longer rather than shorter where another version chose %o', (retention, expected) => {
    expect(parseSettings({ retention }).retention).toEqual(expected);
  });
});
