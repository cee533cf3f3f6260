import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { DEFAULT_FILTER, withChoice, withLeast } from '@/lib/domain/filter/filter';
import { effectiveFilters } from '@/lib/domain/roster/effective';
import { listedIn, withChoices } from '@/lib/domain/roster/roster';
import { OTHER_STREAMER } from '@/tests/support/builders/accounts';
import { aRoster, listed } from '@/tests/support/builders/roster';
import { changeRoster, readRoster } from '../roster';
import { changeFilter, readSettings, settingsItem, storeSettings } from '../settings';
import { type SyncedChoices, watchSyncedChoices } from './synced-choices';

const ACCOUNT = '200';
const THIRD = { ...OTHER_STREAMER, id: '102' };

/** Watches the choices, and returns a function that waits for the latest ones. */
function watch() {
  const seen: SyncedChoices[] = [];
  const stop = watchSyncedChoices(ACCOUNT, (choices) => void seen.push(choices));
  const latest = async (isWanted: (choices: SyncedChoices) => boolean) =>
    await vi.waitFor(() => {
      const choices = seen.at(-1);
      if (choices === undefined || !isWanted(choices)) throw new Error('not yet');
      return choices;
    });
  return { latest, stop };
}

it('reads what the schemas of settings and roster read', async () => {
  const forAll = withLeast(withChoice(DEFAULT_FILTER, 'raids', false), 'bits', 100);
  const own = withLeast(withChoice(DEFAULT_FILTER, 'chat', false), 'gifts', 5);
  const filters = { feed: own, badge: DEFAULT_FILTER };
  await changeFilter('feed', () => forAll);
  await storeSettings({ moments: { sizes: { gifts: 7, viewers: 8, bits: 9 }, isByChannel: true } });
  const others = [listed(OTHER_STREAMER), listed(THIRD)];
  await changeRoster(ACCOUNT, () => {
    const chosen = withChoices(aRoster({ others }), OTHER_STREAMER.id, { filters });
    return withChoices(chosen, THIRD.id, { recordsCheers: true });
  });
  const { latest, stop } = watch();
  const choices = await latest(({ recordsCheers }) => recordsCheers(THIRD.id));
  const [roster, settings] = await Promise.all([readRoster(ACCOUNT), readSettings()]);
  expect(choices.filter).toEqual(settings.filters.feed);
  expect(choices.moments).toEqual(settings.moments);
  for (const { id, choices: stored } of listedIn(roster)) {
    expect(choices.filterOf(id)).toEqual(effectiveFilters(roster, settings, id).feed);
    expect(choices.recordsCheers(id)).toBe(stored.recordsCheers);
  }
  stop();
});

it.each([
  [{}],
  [{ moments: null }],
  [{ moments: { sizes: { gifts: 0, bits: '7', viewers: 9 }, isByChannel: 'yes' } }],
])('reads moments that cannot be read as the schema does: %j', async (stored) => {
  await settingsItem.setValue(stored);
  const { latest, stop } = watch();
  expect((await latest(() => true)).moments).toEqual((await readSettings()).moments);
  stop();
});

it('follows the filter of the favorite', async () => {
  await changeRoster(ACCOUNT, () => aRoster());
  const { latest, stop } = watch();
  await latest(({ filterOf }) => filterOf('100').hidden.length === 0);
  const filters = { feed: withChoice(DEFAULT_FILTER, 'subs', false), badge: DEFAULT_FILTER };
  await changeRoster(ACCOUNT, (roster) => withChoices(roster, '100', { filters }));
  const { filterOf } = await latest((choices) => choices.filterOf('100').hidden.length === 1);
  expect(filterOf('100')).toEqual(filters.feed);
  stop();
});

it.each([
  { filters: { feed: { hidden: 'subs' } } },
  { filters: { feed: { hidden: ['subs', 'unknown'] } } },
  { filters: null },
  {},
])('shows something whatever another version has stored: %j', async (settings) => {
  await browser.storage.sync.set({ settings });
  const { latest, stop } = watch();
  const { filter } = await latest(() => true);
  expect(filter.least).toEqual(DEFAULT_FILTER.least);
  expect(filter.hidden.every((choice) => choice === 'subs')).toBe(true);
  stop();
});
