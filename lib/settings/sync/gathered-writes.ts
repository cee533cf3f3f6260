import { type Clock, isRecent, MINUTE, SECOND } from '@/lib/time';

/** Changes a value. Making the same change twice must give the same result as making it once. */
export type Change<Value> = (now: Value) => Value;

/** Dependencies of {@link createGatheredWrites}. */
interface GatheredWritesOptions<Value> {
  read(): Promise<Value>;
  /** Is called before the function that begins the write returns. */
  write(value: Value): Promise<void>;
  clock: Clock;
  /** Shared by all values whose writes the browser counts together. */
  pace: WritePace;
}

/** Gathers quick changes of a stored value into few writes. */
export interface GatheredWrites<Value> {
  /** Makes a change. Resolves when it is stored, rejects with the error of the write. */
  change(change: Change<Value>): Promise<void>;
  /** Returns a stored value with all changes that are not stored yet. */
  withUnsaved(stored: Value): Value;
  /** Calls `listener` whenever the unsaved changes change. Returns a function that stops this. */
  onUnsaved(listener: () => void): () => void;
  /** Begins to write all waiting changes at once, for a page that may be closed. */
  flush(): void;
}

/** Changes that are written together. */
interface Batch<Value> {
  changes: Change<Value>[];
  written: Promise<void>;
  /** Ends the wait before the write. */
  begin(isUrgent: boolean): void;
}

/** This many writes in a minute are made at once. */
const BURST = 40;

/**
 * After that, writes are this far apart: at most 60 in a minute and 1240 in an hour. Chrome allows all
 * contexts together 120 and 1800: https://developer.chrome.com/docs/extensions/reference/api/storage
 */
const INTERVAL = 3 * SECOND;

/** Counts writes, and says how long the next one has to wait. */
export interface WritePace {
  count(): void;
  /** Returns milliseconds. */
  delay(): number;
}

/** Creates a pace for writes that the browser counts together. */
export function createWritePace(clock: Clock): WritePace {
  let writtenAt: number[] = [];
  return {
    count: () => void writtenAt.push(clock.now()),
    delay: () => {
      const now = clock.now();
      writtenAt = writtenAt.filter((time) => isRecent(time, MINUTE, now));
      return writtenAt.length < BURST ? 0 : Math.max(0, (writtenAt.at(-1) ?? 0) + INTERVAL - now);
    },
  };
}

/** Keeps the changes that are not stored yet, and tells who listens when they change. */
function createUnsaved<Value>() {
  const batches = new Set<readonly Change<Value>[]>();
  const listeners = new Set<() => void>();
  function notify(): void {
    for (const listener of listeners) listener();
  }
  return {
    notify,
    add: (changes: readonly Change<Value>[]) => batches.add(changes),
    remove: (changes: readonly Change<Value>[]) => {
      batches.delete(changes);
      notify();
    },
    withUnsaved: (stored: Value) =>
      [...batches].flat().reduce((changed, change) => change(changed), stored),
    onUnsaved: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Creates the gathered writes of one stored value, for one context. */
export function createGatheredWrites<Value>(
  options: GatheredWritesOptions<Value>,
): GatheredWrites<Value> {
  const { read, write, clock, pace } = options;
  const unsaved = createUnsaved<Value>();
  let waiting: Batch<Value> | undefined;
  let lastWrite: Promise<unknown> = Promise.resolve();
  let lastKnown: { value: Value } | undefined;

  async function writeBatch(batch: Batch<Value>, isUrgent: boolean): Promise<void> {
    // A page that is being closed has no time to read first.
    const now = isUrgent && lastKnown !== undefined ? lastKnown.value : await read();
    if (waiting === batch) waiting = undefined;
    const value = batch.changes.reduce((changed, change) => change(changed), now);
    lastKnown = { value };
    pace.count();
    await write(value).catch((error) => {
      lastKnown = undefined;
      throw error;
    });
  }

  function createBatch(): Batch<Value> {
    const { promise: begun, resolve } = Promise.withResolvers<void>();
    const changes: Change<Value>[] = [];
    let isBegun = false;
    function begin(isUrgent: boolean): void {
      if (!isBegun) resolve(writeBatch(batch, isUrgent));
      isBegun = true;
    }
    const written = begun.finally(() => unsaved.remove(changes));
    const batch = { changes, written, begin };
    void lastWrite.then(() => {
      const delay = pace.delay();
      if (delay === 0) begin(false);
      else clock.after(delay, () => begin(false));
    });
    lastWrite = written.catch(() => undefined);
    unsaved.add(changes);
    return batch;
  }

  return {
    withUnsaved: unsaved.withUnsaved,
    onUnsaved: unsaved.onUnsaved,
    change: async (change) => {
      waiting ??= createBatch();
      waiting.changes.push(change);
      const { written } = waiting;
      unsaved.notify();
      await written;
    },
    flush: () => waiting?.begin(true),
  };
}
