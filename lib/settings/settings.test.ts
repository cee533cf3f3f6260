import { describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { DEFAULT_FILTER, withChoice, withLeast } from '@/lib/domain/filter';
import { changeFilter, readFilters, readSettings, settingsItem, storeSettings } from './settings';

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
