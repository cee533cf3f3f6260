import type { DBCore, DBCoreTable, Middleware } from 'dexie';
import type { HourRecord } from '@/lib/domain/log-index/hour';
import { packHour, unpackHour } from '@/lib/domain/log-index/packed-hour';

/** Stores the records of `hours` in a form that is read faster. Whoever uses the table does not see it. */
export const packedHours: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'packed-hours',
  create: (core) => ({
    ...core,
    table: (name) => (name === 'hours' ? packed(core.table(name)) : core.table(name)),
  }),
};

// Dexie does not know the types of records here; all that this table has is written by `mutate`.
const pack = (record: HourRecord) => packHour(record);
const unpack = (record: Parameters<typeof unpackHour>[0] | undefined) =>
  record === undefined ? undefined : unpackHour(record);

function packed(table: DBCoreTable): DBCoreTable {
  return {
    ...table,
    mutate: (request) =>
      table.mutate(
        request.type === 'add' || request.type === 'put'
          ? { ...request, values: request.values.map(pack) }
          : request,
      ),
    get: (request) => table.get(request).then(unpack),
    getMany: (request) => table.getMany(request).then((records) => records.map(unpack)),
    query: (request) =>
      table
        .query(request)
        .then((found) =>
          request.values === true ? { ...found, result: found.result.map(unpack) } : found,
        ),
    openCursor: (request) =>
      table
        .openCursor(request)
        .then((cursor) =>
          cursor === null || request.values !== true
            ? cursor
            : Object.create(cursor, { value: { get: () => unpack(cursor.value) } }),
        ),
  };
}
