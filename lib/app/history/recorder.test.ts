import { describe, expect, it } from 'vitest';
import type { StreamEvent } from '@/lib/domain/event/event';
import type { StoredEvent } from '@/lib/domain/row/row';
import { SECOND } from '@/lib/time';
import { aSub } from '@/tests/support/events';
import { createFakeClock, START, settled } from '@/tests/support/fake-clock';
import { createFakeLog } from '@/tests/support/fake-log';
import { createRecorder } from './recorder';

/** A log that is written to when the test says so, and can be full. */
function recording() {
  const written: string[][] = [];
  const recorded: string[] = [];
  const failures: unknown[] = [];
  const clock = createFakeClock();
  const log = createFakeLog();
  const disk = { isFull: false, gate: Promise.resolve() };
  let seq = 0;
  const recorder = createRecorder({
    write: async (events: readonly StreamEvent[]): Promise<StoredEvent[]> => {
      await disk.gate;
      if (disk.isFull) throw new Error('the disk is full');
      written.push(events.map(({ id }) => id));
      return events.map((event) => ({ ...event, seq: (seq += 1) }));
    },
    recorded: (events) => void recorded.push(...events.map(({ id }) => id)),
    failed: (error) => void failures.push(error),
    clock,
    log,
  });
  const add = (...ids: string[]) => {
    for (const id of ids) recorder.add(aSub({ id }));
  };
  return { recorder, add, clock, disk, written, recorded, failures, log };
}

describe('createRecorder', () => {
  it('writes a single event at once', async () => {
    const { add, written, recorded } = recording();
    add('a');
    await settled();
    expect(written).toEqual([['a']]);
    expect(recorded).toEqual(['a']);
  });

  it('writes what comes during a transaction in one more, in order', async () => {
    const { recorder, add, disk, written } = recording();
    const { promise, resolve } = Promise.withResolvers<void>();
    disk.gate = promise;
    add('a', 'b', 'c', 'd');
    await settled();
    expect(written).toEqual([]);
    resolve();
    await recorder.flush();
    expect(written).toEqual([['a'], ['b', 'c', 'd']]);
  });

  it('makes a flood cost few transactions', async () => {
    const { recorder, add, written } = recording();
    add(...Array.from({ length: 1000 }, (_, number) => `e${number}`));
    await recorder.flush();
    expect(written).toHaveLength(2);
    expect(written.flat()).toHaveLength(1000);
  });

  it('writes also what comes while it tells of what it wrote', async () => {
    const { recorder, add, written } = recording();
    for (let turn = 0; turn < 20; turn += 1) {
      add(`${turn}`);
      // So many turns of the microtask queue later: at some of them the batch is just done.
      for (let step = 0; step < turn; step += 1) await Promise.resolve();
      add(`${turn}, then`);
      await settled();
      expect(written.flat()).toHaveLength(2 * turn + 2);
    }
    await recorder.flush();
  });

  it('keeps what could not be written, and writes it before what came after', async () => {
    const { recorder, add, disk, written, recorded, failures, log } = recording();
    disk.isFull = true;
    add('a', 'b');
    await recorder.flush();
    add('c');
    await recorder.flush();
    expect(written).toEqual([]);
    expect(recorded).toEqual([]);
    expect(failures.length).toBeGreaterThan(0);
    expect(log.warnings).toHaveLength(failures.length);
    disk.isFull = false;
    await recorder.flush();
    expect(written.flat()).toEqual(['a', 'b', 'c']);
    expect(recorded).toEqual(['a', 'b', 'c']);
  });

  it('does not try again by itself where nothing has changed', async () => {
    const { recorder, add, disk, failures } = recording();
    disk.isFull = true;
    add('a');
    await recorder.flush();
    const before = failures.length;
    await settled();
    expect(failures).toHaveLength(before);
    await recorder.flush();
    expect(failures).toHaveLength(before + 1);
  });

  it('gives up the oldest rather than the memory', async () => {
    const { recorder, add, disk, written } = recording();
    disk.isFull = true;
    add(...Array.from({ length: 10_001 }, (_, number) => `e${number}`));
    await recorder.flush();
    disk.isFull = false;
    await recorder.flush();
    expect(written.flat()).toHaveLength(10_000);
    expect(written.flat()[0]).toBe('e1');
    expect(written.flat().at(-1)).toBe('e10000');
  });

  it('has nothing to do when nothing came', async () => {
    const { recorder, written } = recording();
    await recorder.flush();
    expect(written).toEqual([]);
  });

  it('tells since when something is not written, until it is', async () => {
    const { recorder, add, clock, disk } = recording();
    const { promise, resolve } = Promise.withResolvers<void>();
    expect(recorder.unwrittenSince()).toBeNull();
    disk.gate = promise;
    disk.isFull = true;
    add('a');
    clock.sleep(SECOND);
    add('b');
    expect(recorder.unwrittenSince()).toBe(START);
    resolve();
    await recorder.flush();
    expect(recorder.unwrittenSince()).toBe(START);
    disk.isFull = false;
    await recorder.flush();
    expect(recorder.unwrittenSince()).toBeNull();
  });
});
