import { expect, it, vi } from 'vitest';
import { createFakeClock, settled } from '@/tests/support/fakes/fake-clock';
import { createGatheredWrites, createWritePace } from './gathered-writes';

/** The writes of a list of names. `limit` is the number of writes that the storage allows. */
function setUp(limit = Infinity) {
  const clock = createFakeClock();
  const stored: string[][] = [];
  const write = vi.fn<(value: string[]) => Promise<void>>(async (value) => {
    if (stored.length >= limit) throw new Error('quota');
    stored.push(value);
  });
  const writes = createGatheredWrites<string[]>({
    read: async () => stored.at(-1) ?? [],
    write,
    clock,
    pace: createWritePace(clock),
  });
  const add = (name: string) => writes.change((now) => (now.includes(name) ? now : [...now, name]));
  return { clock, stored, write, writes, add };
}

const names = (count: number) => Array.from({ length: count }, (_, index) => `${index}`);

it('writes a few changes at once, each on its own', async () => {
  const { clock, stored, add } = setUp();
  for (const name of names(3)) await add(name);
  expect(stored).toEqual([['0'], ['0', '1'], ['0', '1', '2']]);
  expect(clock.pending).toBe(0);
});

it('gathers changes that are made at the same time', async () => {
  const { stored, add } = setUp();
  await Promise.all(names(5).map(add));
  expect(stored).toEqual([names(5)]);
});

it('writes at most 60 times in a minute, and loses nothing', async () => {
  const { clock, stored, add } = setUp();
  const changes: Promise<void>[] = [];
  for (const name of names(600)) {
    changes.push(add(name));
    await clock.advance(100);
  }
  expect(stored.length).toBeLessThanOrEqual(60);
  await clock.advance(3000);
  await Promise.all(changes);
  expect(stored.at(-1)).toEqual(names(600));
});

it('shows changes before they are stored', async () => {
  const { clock, stored, add, writes } = setUp();
  const listener = vi.fn<() => void>();
  writes.onUnsaved(listener);
  for (const name of names(40)) await add(name);
  listener.mockClear();
  const last = add('last');
  expect(listener).toHaveBeenCalledOnce();
  expect(writes.withUnsaved(['other'])).toEqual(['other', 'last']);
  await settled();
  expect(stored).toHaveLength(40);
  await clock.advance(3000);
  await last;
  expect(listener).toHaveBeenCalledTimes(2);
  expect(writes.withUnsaved(['other'])).toEqual(['other']);
});

it('rejects every change of a write that fails, and goes on with the next', async () => {
  const { stored, write, writes, add } = setUp();
  write.mockRejectedValueOnce(new Error('quota'));
  const results = await Promise.allSettled([add('a'), add('b')]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(writes.withUnsaved([])).toEqual([]);
  await add('c');
  expect(stored).toEqual([['c']]);
});

it('writes waiting changes without reading when the page is closed', async () => {
  const { stored, write, writes, add } = setUp();
  for (const name of names(40)) await add(name);
  void add('last');
  await settled();
  writes.flush();
  expect(write).toHaveBeenLastCalledWith([...names(40), 'last']);
  writes.flush();
  await settled();
  expect(stored).toHaveLength(41);
});
