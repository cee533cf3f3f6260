import { expect, it, vi } from 'vitest';
import { createFakeClock } from '@/tests/support/fakes/fake-clock';
import { createRequestCache } from './request-cache';
import { MINUTE } from './time';

function prepare(maxEntries = 2) {
  const clock = createFakeClock();
  const cache = createRequestCache<string>({ clock, maxAgeMs: MINUTE, maxEntries });
  const request = vi.fn<() => Promise<string>>(async () => 'result');
  return { clock, cache, request };
}

it('sends a request again when its result is too old', async () => {
  const { clock, cache, request } = prepare();
  expect(await cache('q', request)).toBe('result');
  clock.sleep(MINUTE - 1);
  expect(await cache('q', request)).toBe('result');
  expect(request).toHaveBeenCalledTimes(1);
  clock.sleep(1);
  await cache('q', request);
  expect(request).toHaveBeenCalledTimes(2);
});

it('sends a request again when the clock was set back', async () => {
  const { clock, cache, request } = prepare();
  await cache('q', request);
  clock.set(-1);
  await cache('q', request);
  expect(request).toHaveBeenCalledTimes(2);
});

it('sends one request for two calls at the same time', async () => {
  const { cache, request } = prepare();
  expect(await Promise.all([cache('q', request), cache('q', request)])).toEqual([
    'result',
    'result',
  ]);
  expect(request).toHaveBeenCalledTimes(1);
});

it('rejects all waiting calls if a request fails, and then sends it again', async () => {
  const { cache, request } = prepare();
  request.mockRejectedValueOnce(new Error('down'));
  const results = await Promise.allSettled([cache('q', request), cache('q', request)]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await cache('q', request)).toBe('result');
});

it('drops the oldest result when there are too many', async () => {
  const { cache, request } = prepare(2);
  for (const key of ['a', 'b', 'c']) await cache(key, request);
  expect(request).toHaveBeenCalledTimes(3);
  await cache('b', request);
  expect(request).toHaveBeenCalledTimes(3);
  await cache('a', request);
  expect(request).toHaveBeenCalledTimes(4);
});
