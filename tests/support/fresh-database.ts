import { onTestFinished } from 'vitest';
import { createDatabase, type Database } from '@/lib/db/database';

let made = 0;

/** A database of the test's own, gone when the test is over. */
export function freshDatabase(): Database {
  made += 1;
  const db = createDatabase(`test-${made}`);
  onTestFinished(async () => await db.delete());
  return db;
}
