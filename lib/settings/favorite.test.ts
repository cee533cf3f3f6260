import { expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { DEMO_STREAMER, OTHER_STREAMER } from '@/tests/support/builders/accounts';
import { favoriteOf, isFavoriteKey, storeFavorite } from './favorite';

it('stores a favorite for each account, in the synced storage', async () => {
  expect(await favoriteOf('200')).toBeNull();
  await storeFavorite('200', DEMO_STREAMER);
  await storeFavorite('201', OTHER_STREAMER);
  await storeFavorite('200', { ...DEMO_STREAMER, name: 'デモ' });
  expect(await favoriteOf('200')).toEqual({ ...DEMO_STREAMER, name: 'デモ' });
  expect(await favoriteOf('201')).toEqual(OTHER_STREAMER);
  const synced = await browser.storage.sync.get();
  expect(Object.keys(synced).every(isFavoriteKey)).toBe(true);
  expect(await browser.storage.local.get()).toEqual({});
});

it.each([
  'demo_streamer',
  7,
  {},
  { id: 100, login: 'x', name: 'X', avatarUrl: '' },
  { id: '100', login: 'x', name: 'X' },
])('returns null if another computer stored %o', async (value) => {
  await browser.storage.sync.set({ 'favorite:200': value });
  expect(await favoriteOf('200')).toBeNull();
});

it.each([
  ['favorite:200', true],
  ['favorite', false],
  ['settings', false],
  ['my favorite:200', false],
])('recognizes the key of a favorite: %s', (key, expected) => {
  expect(isFavoriteKey(key)).toBe(expected);
});
