import { describe, expect, it } from 'vitest';
import { type Problem, ProblemError, problemOf } from '@/lib/domain/problem';
import { HelixError } from '@/lib/twitch/helix/helix-error';
import { createFakeClock, START } from '@/tests/support/fake-clock';
import { createFakeTwitchApi } from '@/tests/support/fake-twitch-api';
import { type SignInOptions, signIn } from './sign-in';

const BACK = 'https://abcdefgh.chromiumapp.org/';

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
    redirectUri: BACK,
    launchAuthFlow: async (url) => {
      const state = new URL(url).searchParams.get('state') ?? '';
      return `${BACK}#${new URLSearchParams({ access_token: 't0k3n', scope: '', state })}`;
    },
    validate: async () => VALIDATION,
    apiFor: () => createFakeTwitchApi(),
    randomState: () => 'a state & more',
    clock: createFakeClock(),
    ...changes,
  };
}

/** Where a window ends for whoever opened it at `url`. */
function answerTo(url: string, token: string): string {
  const state = new URL(url).searchParams.get('state') ?? '';
  return `${BACK}#${new URLSearchParams({ access_token: token, state })}`;
}

/** States that differ from sign-in to sign-in, as the browser's random ones do. */
function states(): () => string {
  let made = 0;
  return () => {
    made += 1;
    return `state-${made}`;
  };
}

async function throwing(problem: Problem): Promise<never> {
  throw new ProblemError(problem);
}

describe('signIn', () => {
  it('gives the account, with its token and how long it is good', async () => {
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

  it('gives an account without an end to a token without one', async () => {
    const validate = async () => ({ ...VALIDATION, expiresInMs: null });
    expect(await signIn(options({ validate }))).toMatchObject({ expiresAt: null });
  });

  it('asks who it is with the token it was given', async () => {
    const asked: unknown[] = [];
    const apiFor: SignInOptions['apiFor'] = (credentials) => {
      asked.push(credentials);
      return createFakeTwitchApi();
    };
    await signIn(options({ apiFor }));
    expect(asked).toEqual([
      { userId: '200', clientId: 'client', token: 't0k3n', scopes: ['user:read:chat'] },
    ]);
  });

  it('opens no window without a client id', async () => {
    const opened: string[] = [];
    const launchAuthFlow = async (url: string) => {
      opened.push(url);
      return BACK;
    };
    const failed = signIn(options({ clientId: '', launchAuthFlow }));
    expect(await failed.then(() => 'none', problemOf)).toBe('no_client_id');
    expect(opened).toEqual([]);
  });

  it.each<[Problem, Partial<SignInOptions>]>([
    ['cancelled', { launchAuthFlow: () => throwing('cancelled') }],
    ['client_id_refused', { launchAuthFlow: () => throwing('client_id_refused') }],
    ['offline', { launchAuthFlow: () => throwing('offline') }],
    [
      'denied',
      { launchAuthFlow: async () => `${BACK}?error=access_denied&state=a+state+%26+more` },
    ],
    ['redirect_mismatch', { launchAuthFlow: async () => `${BACK}?error=redirect_mismatch` }],
    ['state_mismatch', { launchAuthFlow: async () => `${BACK}#access_token=forged&state=x` }],
    ['offline', { validate: () => throwing('offline') }],
    ['twitch_down', { validate: () => throwing('twitch_down') }],
    ['signed_out_by_twitch', { validate: () => throwing('signed_out_by_twitch') }],
    ['wrong_client_id', { validate: async () => ({ ...VALIDATION, clientId: 'theirs' }) }],
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
  ])('ends with %s (%#)', async (problem, changes) => {
    expect(await signIn(options(changes)).then(() => 'none', problemOf)).toBe(problem);
  });

  it('refuses the answer to an earlier sign-in, used again', async () => {
    const answers: string[] = [];
    const launchAuthFlow = async (url: string) => {
      answers.push(answerTo(url, 't0k3n'));
      return answers[0] ?? '';
    };
    const twice = options({ randomState: states(), launchAuthFlow });
    expect(await signIn(twice)).toMatchObject({ token: 't0k3n' });
    expect(await signIn(twice).then(() => 'none', problemOf)).toBe('state_mismatch');
  });

  it('refuses each of two sign-ins at once the answer to the other', async () => {
    const windows: { url: string; end: (at: string) => void }[] = [];
    const launchAuthFlow = (url: string) =>
      new Promise<string>((end) => void windows.push({ url, end }));
    const both = options({ randomState: states(), launchAuthFlow });
    const ends = [signIn(both), signIn(both)].map((end) => end.then(() => 'none', problemOf));
    const [first, second] = windows;
    first?.end(answerTo(second?.url ?? '', 'theirs'));
    second?.end(answerTo(first?.url ?? '', 'theirs'));
    expect(await Promise.all(ends)).toEqual(['state_mismatch', 'state_mismatch']);
  });

  it('asks nobody about a token that came with a forged state, or of another application', async () => {
    const asked: string[] = [];
    const validate = async (token: string) => {
      asked.push(`validate ${token}`);
      return { ...VALIDATION, clientId: 'theirs' };
    };
    const apiFor: SignInOptions['apiFor'] = ({ token }) => {
      asked.push(`helix ${token}`);
      return createFakeTwitchApi();
    };
    const forged = async () => `${BACK}#access_token=forged&state=x`;
    await signIn(options({ validate, apiFor, launchAuthFlow: forged })).catch(() => {});
    await signIn(options({ validate, apiFor })).catch(() => {});
    expect(asked).toEqual(['validate t0k3n']);
  });
});
