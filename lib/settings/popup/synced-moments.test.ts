import { expect, it, onTestFinished } from 'vitest';
import { browser } from 'wxt/browser';
import { DEFAULT_MOMENTS, type MomentSettings } from '@/lib/domain/view/moments';
import { until } from '@/tests/support/until';
import { parseSettings } from '../settings';
import { watchSyncedMoments } from './synced-moments';

async function watched(settings: unknown): Promise<MomentSettings | undefined> {
  await browser.storage.sync.set({ settings });
  let latest: MomentSettings | undefined;
  onTestFinished(watchSyncedMoments((moments) => (latest = moments)));
  await until(() => expect(latest).toBeDefined());
  return latest;
}

it.each([
  {},
  { moments: { sizes: { gifts: 5, viewers: 50, bits: 100 }, isByChannel: true } },
  { moments: { sizes: { gifts: 5, viewers: 'many' } } },
  { moments: null },
])('reads %j as the schema does', async (settings) => {
  expect(await watched(settings)).toEqual(parseSettings(settings).moments);
});

it('follows a change', async () => {
  let latest: MomentSettings = DEFAULT_MOMENTS;
  onTestFinished(watchSyncedMoments((moments) => (latest = moments)));
  await browser.storage.sync.set({ settings: { moments: { sizes: { gifts: 7 } } } });
  await until(() => expect(latest.sizes.gifts).toBe(7));
});
