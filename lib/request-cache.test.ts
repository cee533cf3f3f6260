import { expect, it, vi } from 'vitest';
import { createFakeClock } from '@/tests/support/fake-clock';
import { createRequestCache } from './request-cache';
import { MINUTE } from './time';

function prepare(most = 2) {
  const clock = createFakeClock();
  const cache = createRequestCache<string>({ clock, maxAgeMs: MINUTE, most });
  const ask = vi.fn<() => Promise<string>>(async () => 'answer');
  return { clock, cache, ask };
}

it('asks once while the answer is young, and again when it is old', async () => {
  const { clock, cache, ask } = prepare();
  expect(await cache('q', ask)).toBe('answer');
  clock.sleep(MINUTE - 1);
  expect(await cache('q', ask)).toBe('answer');
  expect(ask).toHaveBeenCalledTimes(1);
  clock.sleep(1);
  await cache('q', ask);
  expect(ask).toHaveBeenCalledTimes(2);
});

it('asks again when the clock was set back', async () => {
  const { clock, cache, ask } = prepare();
  await cache('q', ask);
  clock.set(-1);
  await cache('q', ask);
  expect(ask).toHaveBeenCalledTimes(2);
});

it('never asks the same twice at once', async () => {
  const { cache, ask } = prepare();
  expect(await Promise.all([cache('q', ask), cache('q', ask)])).toEqual(['answer', 'answer']);
  expect(ask).toHaveBeenCalledTimes(1);
});

it('asks again after a failure, which all who waited are told of', async () => {
  const { cache, ask } = prepare();
  ask.mockRejectedValueOnce(new Error('down'));
  const both = await Promise.allSettled([cache('q', ask), cache('q', ask)]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await cache('q', ask)).toBe('answer');
});

it('forgets the question that was asked first when there are too many', async () => {
  const { cache, ask } = prepare(2);
  for (const question of ['a', 'b', 'c']) await cache(question, ask);
  expect(ask).toHaveBeenCalledTimes(3);
  await cache('b', ask);
  expect(ask).toHaveBeenCalledTimes(3);
  await cache('a', ask);
  expect(ask).toHaveBeenCalledTimes(4);
});
