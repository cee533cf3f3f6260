import { type Problem, ProblemError } from '@/lib/domain/problem';

const FULL = 'QuotaExceededError';

/**
 * What Firefox says in a private window and while it keeps no history, in which IndexedDB is closed
 * to extensions: https://bugzilla.mozilla.org/show_bug.cgi?id=1982707
 */
const KEEPS_NO_HISTORY = /did not allow mutations/;

/** Yields an error and its causes: Dexie wraps the browser's errors, sometimes more than once. */
function* chain(error: unknown): Generator<Error> {
  for (let next = error; next instanceof Error; ) {
    yield next;
    next = 'inner' in next ? next.inner : next.cause;
  }
}

/**
 * Returns the problem to report when the database threw `error`: `storage_full` if the browser has
 * no room left, `storage_private` if it keeps no history, the problem for which opening was refused,
 * or `storage_failed`.
 */
export function problemOfStorage(error: unknown): Problem {
  for (const cause of chain(error)) {
    if (cause instanceof ProblemError) return cause.problem;
    if (cause.name === FULL) return 'storage_full';
    if (cause.name === 'InvalidStateError' && KEEPS_NO_HISTORY.test(cause.message)) {
      return 'storage_private';
    }
  }
  return 'storage_failed';
}

/**
 * Returns the problem to report when the database cannot be opened: `storage_full`,
 * `storage_private`, `database_newer` or `database_damaged`.
 */
export function problemOfOpening(error: unknown): Problem {
  const problem = problemOfStorage(error);
  return problem === 'storage_failed' ? 'database_damaged' : problem;
}
