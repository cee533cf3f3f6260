import { ProblemError } from '@/lib/domain/problem';

/**
 * Returns the browser's IndexedDB, but it opens databases only at `version`. Without it, Dexie
 * opens a database of a newer build, and adds missing tables to a damaged one; both would change
 * data that this build does not know. Throws a `ProblemError` instead: `database_newer`, or
 * `database_damaged` for a database of this version with another schema.
 */
export function guardVersion(factory: IDBFactory, version: number): IDBFactory {
  return {
    open: (name, requested) => {
      // If opening fails because the database is newer, Dexie asks for whatever version there is.
      if (requested === undefined) throw new ProblemError('database_newer');
      // If a table is missing, Dexie asks for the next version, to add the table.
      if (requested !== version) throw new ProblemError('database_damaged');
      return factory.open(name, requested);
    },
    deleteDatabase: (name) => factory.deleteDatabase(name),
    databases: () => factory.databases(),
    cmp: (first, second) => factory.cmp(first, second),
  };
}
