/** All problems that are reported to the user. The catalog has a sentence for each. */
export const PROBLEMS = [
  'cancelled',
  'denied',
  'state_mismatch',
  'redirect_mismatch',
  'no_client_id',
  'invalid_client_id',
  'client_id_refused',
  'wrong_client_id',
  'signed_out_by_twitch',
  'not_signed_in',
  'missing_scope',
  'invalid_user_name',
  'streamer_not_found',
  'streamer_gone',
  'too_many_streamers',
  'chat_refused',
  'nothing_allowed',
  'too_many_connections',
  'over_budget',
  'rate_limited',
  'offline',
  'twitch_down',
  'storage_failed',
  'storage_full',
  'storage_private',
  'database_newer',
  'database_damaged',
  'not_running',
  'settings_limit',
  'settings_full',
  'unreachable',
  'not_allowed',
  'unknown',
] as const;

/** One of {@link PROBLEMS}. */
export type Problem = (typeof PROBLEMS)[number];

/** Problems caused by limits of Twitch. They pass by themselves, but not within seconds. */
export const LIMITS: ReadonlySet<Problem> = new Set([
  'too_many_connections',
  'over_budget',
  'rate_limited',
]);

/** Problems of the database: nothing is recorded until they are solved. */
export const STORAGE_PROBLEMS: ReadonlySet<Problem> = new Set([
  'storage_failed',
  'storage_full',
  'database_newer',
  'database_damaged',
]);

/** Problems of a sign-in that the user can only solve in the options. */
export const SOLVED_IN_OPTIONS: ReadonlySet<Problem> = new Set([
  'no_client_id',
  'invalid_client_id',
  'client_id_refused',
  'wrong_client_id',
  'redirect_mismatch',
]);

/**
 * Returns the problem of a sign-in to show. `own` is that of the last attempt on this screen,
 * `reported` what the background says. The background knows if a problem was solved in the options.
 */
export function signInProblem(own: Problem | null, reported: Problem | null): Problem | null {
  return own === null || SOLVED_IN_OPTIONS.has(own) ? reported : own;
}

/** An error with a {@link Problem} for the user. Its message is only for the log. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions & { message?: string }) {
    super(options?.message ?? problem, options);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** Returns the problem of a thrown value; `unknown` if it has none. */
export function problemOf(error: unknown): Problem {
  return error instanceof ProblemError ? error.problem : 'unknown';
}
