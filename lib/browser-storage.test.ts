import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { storage } from './browser-storage';

const item = storage.defineItem<number[]>('local:numbers', { fallback: [] });

it('has the fallback until something is stored, and again when it is removed', async () => {
  expect(await item.getValue()).toEqual([]);
  await item.setValue([1]);
  expect(await item.getValue()).toEqual([1]);
  await item.removeValue();
  expect(await item.getValue()).toEqual([]);
});

it('reports changes of its own until it is stopped', async () => {
  const onChange = vi.fn<(value: number[]) => void>();
  const stop = item.watch(onChange);
  await item.setValue([1]);
  await browser.storage.local.set({ others: [2] });
  await item.removeValue();
  expect(onChange.mock.calls).toEqual([[[1]], [[]]]);
  stop();
  await item.setValue([3]);
  expect(onChange).toHaveBeenCalledTimes(2);
});

it('does not report a value that is stored again', async () => {
  await item.setValue([1]);
  const onChange = vi.fn<(value: number[]) => void>();
  item.watch(onChange);
  await item.setValue([1]);
  expect(onChange).not.toHaveBeenCalled();
});

it('stores many values with one write for each area', async () => {
  const set = vi.spyOn(browser.storage.local, 'set');
  await storage.setItems([
    { item, value: [1] },
    { key: 'local:word', value: 'two' },
    { key: 'sync:word', value: 'three' },
  ]);
  expect(set.mock.calls).toEqual([[{ numbers: [1], word: 'two' }]]);
  const keys = ['sync:word', 'local:nothing', 'local:word'] as const;
  expect(await storage.getItems(keys)).toEqual(['three', null, 'two']);
  await storage.removeItems(keys);
  expect(await storage.snapshot('sync')).toEqual({});
  expect(await storage.snapshot('local')).toEqual({ numbers: [1] });
});
