import type { IdHost } from '@/entrypoints/background/compose';
import { type Problem, ProblemError } from '@/lib/domain/problem';

const REDIRECT_URI = 'https://abcdefgh.chromiumapp.org/';

/** A fake of id.twitch.tv. The test controls its replies. */
export interface FakeIdHost extends IdHost {
  /** URLs of the sign-in windows that were opened. */
  readonly windows: readonly string[];
  /** URLs of the sign-in pages that were loaded without a window. */
  readonly unseen: readonly string[];
  /** Tokens that were revoked. */
  readonly revoked: readonly string[];
  /** The number of validations so far. */
  readonly validations: number;
  /** Sets the outcome of the next sign-in windows: a problem, or `null` for a user who agrees. */
  answerWith(problem: Problem | null): void;
  /** Sets the outcome of sign-ins without a window. The default is `cancelled`. */
  answerUnseenWith(problem: Problem | null): void;
  /** Sets the outcome of the next validations; `null` for a valid token. */
  validateWith(problem: Problem | null): void;
  /** Sets the scopes of all tokens from now on. */
  grant(scopes: string[]): void;
  /** Sets the user of all tokens from now on. */
  signInAs(userId: string): void;
  /** Sets how long tokens are valid from now on, in milliseconds; `null` for forever. */
  expireIn(ms: number | null): void;
  /** Delays the answers of validations until this promise is resolved. */
  holdValidations(until: Promise<void>): void;
}

/** Returns the URL to which Twitch redirects from a sign-in page. */
function redirectFrom(url: string, token: string, problem: Problem | null): string {
  if (problem !== null) throw new ProblemError(problem);
  const state = new URL(url).searchParams.get('state') ?? '';
  return `${REDIRECT_URI}#${new URLSearchParams({ access_token: token, state })}`;
}

export function createFakeIdHost(): FakeIdHost {
  const windows: string[] = [];
  const unseen: string[] = [];
  const revoked: string[] = [];
  let scopes = ['user:read:chat'];
  let userId = '200';
  let expiresInMs: number | null = null;
  let windowProblem: Problem | null = null;
  let unseenProblem: Problem | null = 'cancelled';
  let validateProblem: Problem | null = null;
  let validations = 0;
  let release = Promise.resolve();

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
    signInAs: (id) => {
      userId = id;
    },
    expireIn: (ms) => {
      expiresInMs = ms;
    },
    holdValidations: (until) => {
      release = until;
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
      await release;
      if (problem !== null) throw new ProblemError(problem);
      return { userId, login: 'demo_viewer', clientId: 'client', scopes, expiresInMs };
    },
    revoke: async (_clientId, token) => {
      revoked.push(token);
    },
  };
}
