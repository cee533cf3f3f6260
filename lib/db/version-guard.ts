import { ProblemError } from '@/lib/domain/problem';

/**
 * The browser's IndexedDB, letting nobody open a database at any version but `version`. Left to
 * itself, Dexie opens a database that a newer build made, and adds to one whatever it lacks; both
 * would change what this build can't know. Throws a `ProblemError` instead: `database_newer`, or
 * `database_damaged` for a database of this version that is not built like one.
 */
export function guardVersion(factory: IDBFactory, version: number): IDBFactory {
  return {
    open: (name, asked) => {
      // Having been refused for its age, Dexie asks for whatever version there is.
      if (asked === undefined) throw new ProblemError('database_newer');
      // Missing something, it asks for one version more, to put it there.
      if (asked !== version) throw new ProblemError('database_damaged');
      return factory.open(name, asked);
    },
    deleteDatabase: (name) => factory.deleteDatabase(name),
    databases: () => factory.databases(),
    cmp: (first, second) => factory.cmp(first, second),
  };
}
