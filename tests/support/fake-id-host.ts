import type { IdHost } from '@/entrypoints/background/compose';
import { type Problem, ProblemError } from '@/lib/domain/problem';

const REDIRECT_URI = 'https://abcdefgh.chromiumapp.org/';

/** Twitch's sign-in host in the hands of a test: it issues, validates and revokes tokens. */
export interface FakeIdHost extends IdHost {
  /** Addresses of the sign-in windows that were opened. */
  readonly windows: readonly string[];
  /** Addresses of the sign-in pages that were loaded without a window. */
  readonly unseen: readonly string[];
  /** Tokens that were revoked. */
  readonly revoked: readonly string[];
  /** The number of validations so far. */
  readonly validations: number;
  /** Sets the outcome of the next sign-in windows: a problem, or `null` for a user who agrees. */
  answerWith(problem: Problem | null): void;
  /** Sets the outcome of sign-ins without a window; `cancelled` until a test says otherwise. */
  answerUnseenWith(problem: Problem | null): void;
  /** Sets the outcome of the next validations; `null` for a valid token. */
  validateWith(problem: Problem | null): void;
  /** Sets the scopes of all tokens from now on. */
  grant(scopes: string[]): void;
  /** Sets how long tokens are valid from now on, in milliseconds; `null` for forever. */
  expireIn(ms: number | null): void;
  /** Delays the answers of validations until this promise is resolved. */
  holdValidations(until: Promise<void>): void;
}

export function createFakeIdHost(): FakeIdHost {
  const windows: string[] = [];
  const unseen: string[] = [];
  const revoked: string[] = [];
  let scopes = ['user:read:chat'];
  let expiresInMs: number | null = null;
  let windowProblem: Problem | null = null;
  let unseenProblem: Problem | null = 'cancelled';
  let validateProblem: Problem | null = null;
  let validations = 0;
  let held = Promise.resolve();

  /** Returns the address to which Twitch redirects from a sign-in page. */
  function redirectFrom(url: string, token: string, problem: Problem | null): string {
    if (problem !== null) throw new ProblemError(problem);
    const state = new URL(url).searchParams.get('state') ?? '';
    return `${REDIRECT_URI}#${new URLSearchParams({ access_token: token, state })}`;
  }

  return {
    windows,
    unseen,
    revoked,
    get validations() {
      return validations;
    },
    answerWith: (problem) => {
      windowProblem = problem;
    },
    answerUnseenWith: (problem) => {
      unseenProblem = problem;
    },
    validateWith: (problem) => {
      validateProblem = problem;
    },
    grant: (granted) => {
      scopes = granted;
    },
    expireIn: (ms) => {
      expiresInMs = ms;
    },
    holdValidations: (until) => {
      held = until;
    },
    redirectUri: () => REDIRECT_URI,
    launchAuthFlow: async (url) => {
      windows.push(url);
      return redirectFrom(url, `token-${windows.length}`, windowProblem);
    },
    launchUnseenAuthFlow: async (url) => {
      unseen.push(url);
      return redirectFrom(url, `unseen-token-${unseen.length}`, unseenProblem);
    },
    validate: async () => {
      validations += 1;
      const problem = validateProblem;
      await held;
      if (problem !== null) throw new ProblemError(problem);
      return { userId: '200', login: 'demo_viewer', clientId: 'client', scopes, expiresInMs };
    },
    revoke: async (_clientId, token) => {
      revoked.push(token);
    },
  };
}
