import { expect, it, vi } from 'vitest';
import { remembered } from './once';

it('creates each value once', () => {
  const create = vi.fn<(key: string) => string[]>((key) => [key]);
  const value = remembered(create);
  expect(value('a')).toBe(value('a'));
  expect(value('b')).toEqual(['b']);
  expect(create.mock.calls).toEqual([['a'], ['b']]);
});
