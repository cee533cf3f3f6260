import { type Problem, ProblemError } from '@/lib/domain/problem';

const FULL = 'QuotaExceededError';

/** Yields an error and its causes: Dexie wraps the browser's errors, sometimes more than once. */
function* chain(error: unknown): Generator<Error> {
  for (let next = error; next instanceof Error; ) {
    yield next;
    next = 'inner' in next ? next.inner : next.cause;
  }
}

/**
 * Returns the problem to report when the database threw `error`: `storage_full` if the browser has
 * no room left, the problem for which opening was refused, or `storage_failed`.
 */
export function problemOfStorage(error: unknown): Problem {
  for (const cause of chain(error)) {
    if (cause instanceof ProblemError) return cause.problem;
    if (cause.name === FULL) return 'storage_full';
  }
  return 'storage_failed';
}

/**
 * Returns the problem to report when the database cannot be opened: `storage_full`,
 * `database_newer` or `database_damaged`.
 */
export function problemOfOpening(error: unknown): Problem {
  const problem = problemOfStorage(error);
  return problem === 'storage_failed' ? 'database_damaged' : problem;
}
