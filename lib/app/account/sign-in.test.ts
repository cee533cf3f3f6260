import { describe, expect, it } from 'vitest';
import { type Problem, ProblemError, problemOf } from '@/lib/domain/problem';
import { HelixError } from '@/lib/twitch/helix/helix-error';
import { createFakeClock, START } from '@/tests/support/fakes/fake-clock';
import { createFakeTwitchApi } from '@/tests/support/fakes/fake-twitch-api';
import { type SignInOptions, signIn } from './sign-in';

const REDIRECT_URI = 'https://abcdefgh.chromiumapp.org/';

const VALIDATION = {
  clientId: 'client',
  userId: '200',
  login: 'demo_viewer',
  scopes: ['user:read:chat'],
  expiresInMs: 5000,
};

function options(changes: Partial<SignInOptions> = {}): SignInOptions {
  return {
    clientId: 'client',
    scopes: ['user:read:chat'],
    redirectUri: REDIRECT_URI,
    launchAuthFlow: async (url) => {
      const state = new URL(url).searchParams.get('state') ?? '';
      return `${REDIRECT_URI}#${new URLSearchParams({ access_token: 't0k3n', scope: '', state })}`;
    },
    validate: async () => VALIDATION,
    apiFor: () => createFakeTwitchApi(),
    randomState: () => 'a state & more',
    clock: createFakeClock(),
    ...changes,
  };
}

/** Returns the URL to which Twitch redirects from the sign-in page at `url`. */
function redirectFrom(url: string, token: string): string {
  const state = new URL(url).searchParams.get('state') ?? '';
  return `${REDIRECT_URI}#${new URLSearchParams({ access_token: token, state })}`;
}

/** Returns a function that returns another state each time, as the browser's random ones are. */
function uniqueStates(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `state-${count}`;
  };
}

async function failWith(problem: Problem): Promise<never> {
  throw new ProblemError(problem);
}

describe('signIn', () => {
  it('returns the account, with its token and when the token expires', async () => {
    expect(await signIn(options())).toEqual({
      id: '200',
      login: 'demo_viewer',
      name: 'Demo_Viewer',
      avatarUrl: 'https://static-cdn.jtvnw.net/viewer.png',
      clientId: 'client',
      token: 't0k3n',
      scopes: ['user:read:chat'],
      expiresAt: START + 5000,
      validatedAt: START,
    });
  });

  it('returns no expiry for a token that never expires', async () => {
    const validate = async () => ({ ...VALIDATION, expiresInMs: null });
    expect(await signIn(options({ validate }))).toMatchObject({ expiresAt: null });
  });

  it('requests the profile with the new token', async () => {
    const used: unknown[] = [];
    const apiFor: SignInOptions['apiFor'] = (credentials) => {
      used.push(credentials);
      return createFakeTwitchApi();
    };
    await signIn(options({ apiFor }));
    expect(used).toEqual([{ userId: '200', clientId: 'client', token: 't0k3n' }]);
  });

  it('opens no window without a Client ID', async () => {
    const opened: string[] = [];
    const launchAuthFlow = async (url: string) => {
      opened.push(url);
      return REDIRECT_URI;
    };
    const failed = signIn(options({ clientId: '', launchAuthFlow }));
    expect(await failed.then(() => 'none', problemOf)).toBe('no_client_id');
    expect(opened).toEqual([]);
  });

  it.each<[Problem, Partial<SignInOptions>]>([
    ['cancelled', { launchAuthFlow: () => failWith('cancelled') }],
    ['client_id_refused', { launchAuthFlow: () => failWith('client_id_refused') }],
    ['offline', { launchAuthFlow: () => failWith('offline') }],
    [
      'denied',
      { launchAuthFlow: async () => `${REDIRECT_URI}?error=access_denied&state=a+state+%26+more` },
    ],
    [
      'redirect_mismatch',
      { launchAuthFlow: async () => `${REDIRECT_URI}?error=redirect_mismatch` },
    ],
    [
      'state_mismatch',
      { launchAuthFlow: async () => `${REDIRECT_URI}#access_token=forged&state=x` },
    ],
    ['offline', { validate: () => failWith('offline') }],
    ['twitch_down', { validate: () => failWith('twitch_down') }],
    ['signed_out_by_twitch', { validate: () => failWith('signed_out_by_twitch') }],
    ['wrong_client_id', { validate: async () => ({ ...VALIDATION, clientId: 'other' }) }],
    ['unknown', { apiFor: () => ({ me: async () => null }) }],
    [
      'twitch_down',
      {
        apiFor: () => ({
          me: async () => {
            throw new HelixError(503, 'down', null);
          },
        }),
      },
    ],
  ])('throws %s (%#)', async (problem, changes) => {
    expect(await signIn(options(changes)).then(() => 'none', problemOf)).toBe(problem);
  });

  it('refuses the redirect of an earlier sign-in', async () => {
    const redirects: string[] = [];
    const launchAuthFlow = async (url: string) => {
      redirects.push(redirectFrom(url, 't0k3n'));
      return redirects[0] ?? '';
    };
    const replayed = options({ randomState: uniqueStates(), launchAuthFlow });
    expect(await signIn(replayed)).toMatchObject({ token: 't0k3n' });
    expect(await signIn(replayed).then(() => 'none', problemOf)).toBe('state_mismatch');
  });

  it('refuses the redirect of another sign-in at the same time', async () => {
    const windows: { url: string; end: (at: string) => void }[] = [];
    const launchAuthFlow = (url: string) =>
      new Promise<string>((end) => void windows.push({ url, end }));
    const shared = options({ randomState: uniqueStates(), launchAuthFlow });
    const problems = [signIn(shared), signIn(shared)].map((signingIn) =>
      signingIn.then(() => 'none', problemOf),
    );
    const [first, second] = windows;
    first?.end(redirectFrom(second?.url ?? '', 'other'));
    second?.end(redirectFrom(first?.url ?? '', 'other'));
    expect(await Promise.all(problems)).toEqual(['state_mismatch', 'state_mismatch']);
  });

  it('does not use a token with a forged state or of another Client ID', async () => {
    const requests: string[] = [];
    const validate = async (token: string) => {
      requests.push(`validate ${token}`);
      return { ...VALIDATION, clientId: 'other' };
    };
    const apiFor: SignInOptions['apiFor'] = ({ token }) => {
      requests.push(`helix ${token}`);
      return createFakeTwitchApi();
    };
    const forged = async () => `${REDIRECT_URI}#access_token=forged&state=x`;
    await signIn(options({ validate, apiFor, launchAuthFlow: forged })).catch(() => {});
    await signIn(options({ validate, apiFor })).catch(() => {});
    expect(requests).toEqual(['validate t0k3n']);
  });
});
