import { onTestFinished } from 'vitest';
import { createDatabase, type Database } from '@/lib/db/database';

let made = 0;

/** Creates an empty database that is deleted at the end of the test. */
export function freshDatabase(): Database {
  made += 1;
  const db = createDatabase(`test-${made}`);
  onTestFinished(async () => await db.delete());
  return db;
}
