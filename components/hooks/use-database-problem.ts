import { useLayoutEffect, useState } from 'preact/hooks';
import type { Database } from '@/lib/db/database';
import { problemOfOpening } from '@/lib/db/storage-problem';
import type { Problem } from '@/lib/domain/problem';

/**
 * Returns why the database cannot be opened, or `null`. Live queries do not report this: they wait
 * for the database to open.
 */
export function useDatabaseProblem(db: Database): Problem | null {
  const [problem, setProblem] = useState<Problem | null>(null);
  // Before the next paint: effects would open it a frame later.
  useLayoutEffect(() => {
    db.open().catch((error) => setProblem(problemOfOpening(error)));
  }, [db]);
  return problem;
}
