import { vi } from 'vitest';

/** Counts the records that are read from any database, in any way, until the end of the test. */
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
        // Each of these reads one record. A cursor reads more with `continue`.
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
