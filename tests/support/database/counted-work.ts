import { vi } from 'vitest';

/** What was asked of IndexedDB. */
export interface CountedWork {
  transactions: number;
  /** Reads and writes of one record, and reads of a range. */
  requests: number;
  /** Records and keys that the reads returned. */
  read: number;
}

const READS = ['get', 'getKey', 'getAll', 'getAllKeys', 'count', 'openCursor', 'openKeyCursor'];
const WRITES = ['add', 'put', 'delete', 'clear'];
const CURSOR = ['continue', 'continuePrimaryKey', 'advance', 'update', 'delete'];

/** Returns the number of records or keys in the result of a read. */
function sizeOf(result: unknown): number {
  if (Array.isArray(result)) return result.length;
  return result === undefined || result === null ? 0 : 1;
}

/**
 * Counts what is asked of any database until the end of the test. Dexie takes the browser's functions
 * when it opens a database, so call this before.
 */
export function countWork(): CountedWork {
  const work: CountedWork = { transactions: 0, requests: 0, read: 0 };
  const count = (owner: object, name: string, counted: (result: unknown) => void) => {
    if (!(name in owner)) return;
    const original: (...args: unknown[]) => unknown = Reflect.get(owner, name);
    vi.spyOn(owner as Record<string, () => unknown>, name).mockImplementation(function call(
      this: unknown,
      ...args: unknown[]
    ) {
      const result = original.apply(this, args);
      counted(result);
      return result;
    });
  };
  const countRead = (request: unknown) => {
    work.requests += 1;
    if (!(request instanceof IDBRequest)) return;
    // A cursor has a listener of its own, and each of its steps is another success.
    request.addEventListener('success', () => (work.read += sizeOf(request.result)));
  };
  const countRequest = () => (work.requests += 1);
  count(IDBDatabase.prototype, 'transaction', () => (work.transactions += 1));
  for (const owner of [IDBObjectStore.prototype, IDBIndex.prototype]) {
    for (const name of READS) count(owner, name, countRead);
  }
  for (const name of WRITES) count(IDBObjectStore.prototype, name, countRequest);
  for (const name of CURSOR) count(IDBCursor.prototype, name, countRequest);
  return work;
}
