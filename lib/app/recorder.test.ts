import { describe, expect, it } from 'vitest';
import type { StreamEvent } from '@/lib/domain/event';
import type { StoredEvent } from '@/lib/domain/row';
import { SECOND } from '@/lib/time';
import { aSub } from '@/tests/support/events';
import { createFakeClock, START, settled } from '@/tests/support/fake-clock';
import { createFakeLog } from '@/tests/support/fake-log';
import { createRecorder, type RecordSubscriber } from './recorder';

/** A recorder with a disk that the test can slow down or fill; `first` is the first subscriber. */
function recording({ first = () => {} }: { first?: RecordSubscriber } = {}) {
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
    subscribers: [first, (events) => void recorded.push(...events.map(({ id }) => id))],
    failed: (error) => void failures.push(error),
    clock,
    log,
  });
  const record = (...ids: string[]) => {
    for (const id of ids) recorder.record(aSub({ id }));
  };
  return { recorder, record, clock, disk, written, recorded, failures, log };
}

describe('createRecorder', () => {
  it('writes a single event at once', async () => {
    const { record, written, recorded } = recording();
    record('a');
    await settled();
    expect(written).toEqual([['a']]);
    expect(recorded).toEqual(['a']);
  });

  it('writes what comes during a transaction in one more, in order', async () => {
    const { recorder, record, disk, written } = recording();
    const { promise, resolve } = Promise.withResolvers<void>();
    disk.gate = promise;
    record('a', 'b', 'c', 'd');
    await settled();
    expect(written).toEqual([]);
    resolve();
    await recorder.flush();
    expect(written).toEqual([['a'], ['b', 'c', 'd']]);
  });

  it('makes a flood cost few transactions', async () => {
    const { recorder, record, written } = recording();
    record(...Array.from({ length: 1000 }, (_, number) => `e${number}`));
    await recorder.flush();
    expect(written).toHaveLength(2);
    expect(written.flat()).toHaveLength(1000);
  });

  it('writes also what comes while it tells of what it wrote', async () => {
    const { recorder, record, written } = recording();
    for (let turn = 0; turn < 20; turn += 1) {
      record(`${turn}`);
      // So many turns of the microtask queue later: at some of them the batch is just done.
      for (let step = 0; step < turn; step += 1) await Promise.resolve();
      record(`${turn}, then`);
      await settled();
      expect(written.flat()).toHaveLength(2 * turn + 2);
    }
    await recorder.flush();
  });

  it('keeps what could not be written, and writes it before what came after', async () => {
    const { recorder, record, disk, written, recorded, failures, log } = recording();
    disk.isFull = true;
    record('a', 'b');
    await recorder.flush();
    record('c');
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
    const { recorder, record, disk, failures } = recording();
    disk.isFull = true;
    record('a');
    await recorder.flush();
    const before = failures.length;
    await settled();
    expect(failures).toHaveLength(before);
    await recorder.flush();
    expect(failures).toHaveLength(before + 1);
  });

  it('gives up the oldest rather than the memory', async () => {
    const { recorder, record, disk, written } = recording();
    disk.isFull = true;
    record(...Array.from({ length: 10_001 }, (_, number) => `e${number}`));
    await recorder.flush();
    disk.isFull = false;
    await recorder.flush();
    expect(written.flat()).toHaveLength(10_000);
    expect(written.flat()[0]).toBe('e1');
    expect(written.flat().at(-1)).toBe('e10000');
  });

  it.each<[string, RecordSubscriber]>([
    [
      'throws',
      () => {
        throw new Error('a bug');
      },
    ],
    ['rejects', async () => await Promise.reject(new Error('a bug'))],
  ])('goes on, and calls the other subscribers, when one %s', async (_how, first) => {
    const { recorder, record, recorded, written, failures, log } = recording({ first });
    record('a', 'b');
    await recorder.flush();
    record('c');
    await recorder.flush();
    await settled();
    expect(written).toEqual([['a'], ['b'], ['c']]);
    expect(recorded).toEqual(['a', 'b', 'c']);
    expect(failures).toEqual([]);
    expect(log.warnings).toEqual(Array(3).fill('a subscriber of the recorder failed'));
  });

  it('does not wait for a subscriber', async () => {
    const { recorder, record, recorded } = recording({ first: () => new Promise(() => {}) });
    record('a');
    await recorder.flush();
    expect(recorded).toEqual(['a']);
    record('b');
    await recorder.flush();
    expect(recorded).toEqual(['a', 'b']);
  });

  it('has nothing to do when nothing came', async () => {
    const { recorder, written } = recording();
    await recorder.flush();
    expect(written).toEqual([]);
  });

  it('tells since when something is not written, until it is', async () => {
    const { recorder, record, clock, disk } = recording();
    const { promise, resolve } = Promise.withResolvers<void>();
    expect(recorder.unwrittenSince()).toBeNull();
    disk.gate = promise;
    disk.isFull = true;
    record('a');
    clock.sleep(SECOND);
    record('b');
    expect(recorder.unwrittenSince()).toBe(START);
    resolve();
    await recorder.flush();
    expect(recorder.unwrittenSince()).toBe(START);
    disk.isFull = false;
    await recorder.flush();
    expect(recorder.unwrittenSince()).toBeNull();
  });
});
