import { createDatabase } from '@/lib/db/database';
import type { NewEvent } from '@/lib/domain/history/new-events';
import { utcDay } from '@/lib/time';

/** A database with the tables and indexes of the extension, used through the browser's own API. */
export interface RawDatabase {
  /** Puts records into one transaction, with or without their counters; resolves after the commit. */
  put(records: readonly NewEvent[], options: { withCounters?: boolean }): Promise<void>;
}

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}

function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error));
  });
}

/** Returns records like those of the counters. Their numbers do not matter here. */
function countersOf(records: readonly NewEvent[]): object[] {
  const keys = new Map<string, object>();
  for (const { streamer_id, event_type, created_at } of records) {
    for (const period of ['all', utcDay(created_at)]) {
      keys.set(`${event_type} ${period}`, { streamer_id, event_type, period, count: 1 });
    }
  }
  return [...keys.values()];
}

let databases = 0;

/** Calls `run` with an empty database. */
export async function withRawDatabase<Result>(
  run: (db: RawDatabase) => Promise<Result>,
): Promise<Result> {
  databases += 1;
  const name = `bench-raw-${databases}`;
  const schema = createDatabase(name);
  await schema.open();
  schema.close();
  const db = await settled(indexedDB.open(name));
  try {
    return await run({
      put: async (records, { withCounters = false }) => {
        const tables = withCounters ? ['events', 'counts'] : ['events'];
        // Like Dexie, with the durability that is the browser's default: in Chromium, relaxed.
        const transaction = db.transaction(tables, 'readwrite');
        for (const record of records) transaction.objectStore('events').put(record);
        const counters = withCounters ? countersOf(records) : [];
        for (const counter of counters) transaction.objectStore('counts').put(counter);
        await committed(transaction);
      },
    });
  } finally {
    db.close();
    await settled(indexedDB.deleteDatabase(name));
  }
}
