import { useEffect, useState } from 'preact/hooks';
import type { Database } from '@/lib/db/database';
import { problemOfOpening } from '@/lib/db/storage-problem';
import type { Problem } from '@/lib/domain/problem';

/**
 * What keeps the database from being opened, if anything does. Live queries say nothing of that: they go on waiting for a
 * database that is closed.
 */
export function useDatabaseProblem(db: Database): Problem | null {
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    db.open().catch((error) => setProblem(problemOfOpening(error)));
  }, [db]);
  return problem;
}
