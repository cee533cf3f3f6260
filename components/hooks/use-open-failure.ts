import { useEffect, useState } from 'preact/hooks';
import type { Database } from '@/lib/db/database';

/**
 * Whether the database can't be opened. Live queries say nothing of that: they go on waiting for a
 * database that is closed.
 */
export function useOpenFailure(db: Database): boolean {
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    db.open().catch(() => setHasFailed(true));
  }, [db]);
  return hasFailed;
}
