import { describe, expect, it } from 'vitest';
import type { StreamEvent } from '@/lib/domain/event/event';
import type { StoredEvent } from '@/lib/domain/row/row';
import { SECOND } from '@/lib/time';
import { aSub } from '@/tests/support/builders/events';
import { createFakeClock, START, settled } from '@/tests/support/fakes/fake-clock';
import { createFakeLog } from '@/tests/support/fakes/fake-log';
import { createRecorder, type RecordSubscriber } from './recorder';

/**
 * Creates a recorder with a storage that the test can slow down or fill. `first` is its first
 * subscriber.
 */
function recording({ first = () => {} }: { first?: RecordSubscriber } = {}) {
  const written: string[][] = [];
  const recorded: string[] = [];
  const failures: unknown[] = [];
  const clock = createFakeClock();
  const log = createFakeLog();
  const storage = { isFull: false, gate: Promise.resolve() };
  let seq = 0;
  const recorder = createRecorder({
    write: async (events: readonly StreamEvent[]): Promise<StoredEvent[]> => {
      await storage.gate;
      if (storage.isFull) throw new Error('quota');
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
  return { recorder, record, clock, storage, written, recorded, failures, log };
}

describe('createRecorder', () => {
  it('writes a single event at once', async () => {
    const { record, written, recorded } = recording();
    record('a');
    await settled();
    expect(written).toEqual([['a']]);
    expect(recorded).toEqual(['a']);
  });

  it('writes events that arrive during a transaction in the next one, in order', async () => {
    const { recorder, record, storage, written } = recording();
    const { promise, resolve } = Promise.withResolvers<void>();
    storage.gate = promise;
    record('a');
    await settled();
    record('b', 'c', 'd');
    await settled();
    expect(written).toEqual([]);
    resolve();
    await recorder.flush();
    expect(written).toEqual([['a'], ['b', 'c', 'd']]);
  });

  it('writes events that are recorded one after another in one transaction', async () => {
    const { recorder, record, written } = recording();
    record(...Array.from({ length: 1000 }, (_, index) => `e${index}`));
    await recorder.flush();
    expect(written).toHaveLength(1);
    expect(written.flat()).toHaveLength(1000);
  });

  it('writes an event that arrives at any moment of an earlier write', async () => {
    const { recorder, record, written } = recording();
    for (let turn = 0; turn < 20; turn += 1) {
      record(`${turn}`);
      // Waits a number of microtasks. After some of them the first write has just ended.
      for (let step = 0; step < turn; step += 1) await Promise.resolve();
      record(`${turn}, then`);
      await settled();
      expect(written.flat()).toHaveLength(2 * turn + 2);
    }
    await recorder.flush();
  });

  it('keeps events that could not be written, and writes them before later ones', async () => {
    const { recorder, record, storage, written, recorded, failures, log } = recording();
    storage.isFull = true;
    record('a', 'b');
    await recorder.flush();
    record('c');
    await recorder.flush();
    expect(written).toEqual([]);
    expect(recorded).toEqual([]);
    expect(failures.length).toBeGreaterThan(0);
    expect(log.warnings).toHaveLength(failures.length);
    storage.isFull = false;
    await recorder.flush();
    expect(written.flat()).toEqual(['a', 'b', 'c']);
    expect(recorded).toEqual(['a', 'b', 'c']);
  });

  it('does not try again by itself after a failure', async () => {
    const { recorder, record, storage, failures } = recording();
    storage.isFull = true;
    record('a');
    await recorder.flush();
    const before = failures.length;
    await settled();
    expect(failures).toHaveLength(before);
    await recorder.flush();
    expect(failures).toHaveLength(before + 1);
  });

  it('drops the oldest of more than 10,000 unwritten events', async () => {
    const { recorder, record, storage, written } = recording();
    storage.isFull = true;
    record(...Array.from({ length: 10_001 }, (_, index) => `e${index}`));
    await recorder.flush();
    storage.isFull = false;
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
  ])('continues, and calls the other subscribers, when one %s', async (_failure, first) => {
    const { recorder, record, recorded, written, failures, log } = recording({ first });
    record('a', 'b');
    await recorder.flush();
    record('c');
    await recorder.flush();
    await settled();
    expect(written).toEqual([['a', 'b'], ['c']]);
    expect(recorded).toEqual(['a', 'b', 'c']);
    expect(failures).toEqual([]);
    expect(log.warnings).toEqual(Array(2).fill('a subscriber of the recorder failed'));
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

  it('writes nothing if there is no event', async () => {
    const { recorder, written } = recording();
    await recorder.flush();
    expect(written).toEqual([]);
  });

  it('returns since when an event is unwritten, until all are written', async () => {
    const { recorder, record, clock, storage } = recording();
    const { promise, resolve } = Promise.withResolvers<void>();
    expect(recorder.unwrittenSince()).toBeNull();
    storage.gate = promise;
    storage.isFull = true;
    record('a');
    clock.sleep(SECOND);
    record('b');
    expect(recorder.unwrittenSince()).toBe(START);
    resolve();
    await recorder.flush();
    expect(recorder.unwrittenSince()).toBe(START);
    storage.isFull = false;
    await recorder.flush();
    expect(recorder.unwrittenSince()).toBeNull();
  });
});
