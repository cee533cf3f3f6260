import { vi } from 'vitest';

/**
 * Counts the records that any database gives out from now on, whichever way they are read. Ends with
 * the test.
 */
export function countReads(): { readonly reads: number } {
  const count = { reads: 0 };
  for (const { prototype } of [IDBIndex, IDBObjectStore]) {
    for (const name of ['getAll', 'getAllKeys'] as const) {
      const read = prototype[name];
      vi.spyOn(prototype, name).mockImplementation(function counted(this: never, ...args) {
        const request = read.apply(this, args);
        request.addEventListener('success', () => {
          count.reads += request.result.length;
        });
        return request;
      });
    }
    for (const name of ['openCursor', 'openKeyCursor', 'get'] as const) {
      const read: (...args: never) => unknown = prototype[name];
      vi.spyOn(prototype, name).mockImplementation(function counted(
        this: never,
        ...args: unknown[]
      ) {
        // Each of them gives one record; a cursor gives more by going on.
        count.reads += 1;
        return read.apply(this, args as never) as never;
      });
    }
  }
  const go = IDBCursor.prototype.continue;
  vi.spyOn(IDBCursor.prototype, 'continue').mockImplementation(function counted(
    this: IDBCursor,
    ...args
  ) {
    count.reads += 1;
    go.apply(this, args);
  });
  return count;
}
