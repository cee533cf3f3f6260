import { type Problem, ProblemError } from '@/lib/domain/problem';

const FULL = 'QuotaExceededError';

/** An error and those it was caused by: Dexie wraps what the browser threw, at times more than once. */
function* chain(error: unknown): Generator<Error> {
  for (let next = error; next instanceof Error; ) {
    yield next;
    next = 'inner' in next ? next.inner : next.cause;
  }
}

/**
 * What the user should hear of when the database threw `error`: `storage_full` where the browser has
 * no room left, what opening was refused for, else `storage_failed`.
 */
export function problemOfStorage(error: unknown): Problem {
  for (const one of chain(error)) {
    if (one instanceof ProblemError) return one.problem;
    if (one.name === FULL) return 'storage_full';
  }
  return 'storage_failed';
}

/**
 * What keeps the database from being opened: `storage_full`, `database_newer`, or else
 * `database_damaged`.
 */
export function problemOfOpening(error: unknown): Problem {
  const problem = problemOfStorage(error);
  return problem === 'storage_failed' ? 'database_damaged' : problem;
}
