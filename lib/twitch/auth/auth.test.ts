import { describe, expect, it } from 'vitest';
import { MODERATION_SCOPES, SCOPE_SETS } from '@/lib/domain/access/scopes';
import { DEFAULT_RECORDING_OPTIONS } from '@/lib/domain/history/recording-options';
import { problemOf } from '@/lib/domain/problem';
import { fakeFetch, json, noNetwork } from '@/tests/support/fake-fetch';
import { CATALOG } from '../eventsub/catalog/catalog';
import {
  authorizeUrl,
  isTwitchReachable,
  readRedirect,
  revokeToken,
  scopesFor,
  validateToken,
} from './auth';

const BACK = 'https://abcdefgh.chromiumapp.org/';

function problemIn(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return problemOf(error);
  }
  return 'none';
}

async function problemFrom(promise: Promise<unknown>): Promise<string> {
  return await promise.then(() => 'none', problemOf);
}

describe('authorizeUrl', () => {
  it('asks for a token, for exactly these scopes, to be sent to exactly this address', () => {
    const url = new URL(
      authorizeUrl({
        clientId: 'c1',
        redirectUri: BACK,
        scopes: scopesFor({ rights: 'viewer', granted: [], recording: DEFAULT_RECORDING_OPTIONS }),
        state: 's t&a',
      }),
    );
    expect(url.origin + url.pathname).toBe('https://id.twitch.tv/oauth2/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'c1',
      redirect_uri: BACK,
      response_type: 'token',
      scope: 'user:read:chat user:read:follows',
      state: 's t&a',
    });
  });
});

describe('scopesFor', () => {
  const VIEWER = ['user:read:chat', 'user:read:follows'];
  const moderating = { ...DEFAULT_RECORDING_OPTIONS, moderation: true };

  it.each([
    ['viewer', []],
    [
      'moderator',
      ['user:read:moderated_channels', 'moderator:read:followers', 'moderator:read:shoutouts'],
    ],
    ['moderation', MODERATION_SCOPES],
    ['redemptions', ['channel:read:redemptions']],
  ] as const)('asks for what a viewer needs, and as %s for %s', (rights, scopes) => {
    const asked = scopesFor({ rights, granted: [], recording: moderating });
    expect(asked).toEqual([...VIEWER, ...scopes]);
  });

  it('asks again for what was granted, once each', () => {
    const granted = ['bits:read', 'user:read:chat'];
    const asked = scopesFor({ rights: 'viewer', granted, recording: DEFAULT_RECORDING_OPTIONS });
    expect(asked).toEqual([...VIEWER, 'bits:read']);
  });

  it.each(SCOPE_SETS)(
    'asks for nothing of moderation while that is not recorded (%s)',
    (rights) => {
      const asked = scopesFor({
        rights,
        granted: MODERATION_SCOPES,
        recording: DEFAULT_RECORDING_OPTIONS,
      });
      expect(asked.filter((scope) => MODERATION_SCOPES.some((one) => one === scope))).toEqual([]);
    },
  );

  it('keeps what was granted for moderation while that is recorded', () => {
    const asked = scopesFor({
      rights: 'moderator',
      granted: MODERATION_SCOPES,
      recording: moderating,
    });
    expect(asked).toEqual(expect.arrayContaining([...MODERATION_SCOPES]));
  });

  it.each(SCOPE_SETS)(
    'asks as %s for nothing that no type needs, and for nothing but to read',
    (rights) => {
      const needed = new Set([
        ...CATALOG.flatMap(({ scopes }) => scopes),
        'user:read:follows',
        'user:read:moderated_channels',
      ]);
      const asked = scopesFor({ rights, granted: [], recording: moderating });
      expect(asked.filter((scope) => !needed.has(scope) || !scope.includes('read'))).toEqual([]);
    },
  );
});

describe('readRedirect', () => {
  it('takes the token out of the fragment', () => {
    const url = `${BACK}#access_token=t0k3n&scope=user%3Aread%3Achat&state=s1&token_type=bearer`;
    expect(readRedirect(url, 's1')).toBe('t0k3n');
  });

  it.each([
    ['denied', `${BACK}?error=access_denied&error_description=no&state=s1`, 'denied'],
    ['denied, told in the fragment', `${BACK}#error=access_denied&state=s1`, 'denied'],
    ['a mismatch, told without a state', `${BACK}?error=redirect_mismatch`, 'redirect_mismatch'],
    ['an error nobody has heard of', `${BACK}?error=teapot&state=s1`, 'unknown'],
    ['a forged state', `${BACK}#access_token=t&state=s2`, 'state_mismatch'],
    ['a forged denial', `${BACK}?error=access_denied&state=s2`, 'state_mismatch'],
    ['no state', `${BACK}#access_token=t`, 'state_mismatch'],
    ['an empty state', `${BACK}#access_token=t&state=`, 'state_mismatch'],
    ['no token', `${BACK}#state=s1`, 'unknown'],
    ['an empty token', `${BACK}#access_token=&state=s1`, 'unknown'],
    ['a token in the query', `${BACK}?access_token=t&state=s1`, 'unknown'],
    ['no address', 'nothing', 'unknown'],
  ])('throws for %s', (_what, url, problem) => {
    expect(problemIn(() => readRedirect(url, 's1'))).toBe(problem);
  });
});

describe('validateToken', () => {
  const GOOD = {
    client_id: 'c1',
    login: 'demo_viewer',
    scopes: ['user:read:chat'],
    user_id: '200',
    expires_in: 5_520_838,
  };

  it('asks Twitch with the token in a header only', async () => {
    const { last } = await asked(() => validateToken('t0k3n'), json(GOOD));
    expect(last.url.href).toBe('https://id.twitch.tv/oauth2/validate');
    expect(last.headers.get('Authorization')).toBe('OAuth t0k3n');
    expect(last.redirect).toBe('error');
  });

  it('tells whose token it is, and for how long', async () => {
    fakeFetch(() => json(GOOD));
    expect(await validateToken('t0k3n')).toEqual({
      clientId: 'c1',
      userId: '200',
      login: 'demo_viewer',
      scopes: ['user:read:chat'],
      expiresInMs: 5_520_838_000,
    });
  });

  it.each([
    ['scopes null', { scopes: null }, { scopes: [] }],
    ['scopes missing', { scopes: undefined }, { scopes: [] }],
    ['expires_in 0', { expires_in: 0 }, { expiresInMs: null }],
    ['expires_in null', { expires_in: null }, { expiresInMs: null }],
    ['expires_in missing', { expires_in: undefined }, { expiresInMs: null }],
    ['keys that are new', { mood: 'good' }, { userId: '200' }],
  ])('reads an answer with %s', async (_what, change, expected) => {
    fakeFetch(() => json({ ...GOOD, ...change }));
    expect(await validateToken('t0k3n')).toMatchObject(expected);
  });

  it.each([
    [401, json({ status: 401, message: 'invalid access token' }, 401), 'signed_out_by_twitch'],
    [403, json({}, 403), 'twitch_down'],
    [429, json({}, 429), 'twitch_down'],
    [500, new Response('<html>', { status: 500 }), 'twitch_down'],
    [503, new Response('', { status: 503 }), 'twitch_down'],
    [200, new Response('<html>hotel wifi</html>'), 'twitch_down'],
    [200, json(null), 'twitch_down'],
    [200, json({ client_id: 'c1', scopes: [], expires_in: 9 }), 'twitch_down'],
  ])('throws for a %i that says no user (%#)', async (_status, response, problem) => {
    fakeFetch(() => response);
    expect(await problemFrom(validateToken('t0k3n'))).toBe(problem);
  });

  it('throws `offline` where Twitch can not be asked', async () => {
    fakeFetch(noNetwork);
    expect(await problemFrom(validateToken('t0k3n'))).toBe('offline');
  });
});

describe('revokeToken', () => {
  it('sends a form, with no token in the address', async () => {
    const { last } = await asked(() => revokeToken('c1', 't0k3n'), new Response(''));
    expect(last.method).toBe('POST');
    expect(last.url.href).toBe('https://id.twitch.tv/oauth2/revoke');
    expect(last.body).toBe('client_id=c1&token=t0k3n');
    expect(last.redirect).toBe('error');
  });

  it.each([
    [200, 'none'],
    [400, 'none'],
    [404, 'none'],
    [500, 'twitch_down'],
  ])('takes %i for %s: a token that is bad already needs no more', async (status, problem) => {
    fakeFetch(() => new Response('', { status }));
    expect(await problemFrom(revokeToken('c1', 't0k3n'))).toBe(problem);
  });

  it('throws `offline` where Twitch can not be asked', async () => {
    fakeFetch(noNetwork);
    expect(await problemFrom(revokeToken('c1', 't0k3n'))).toBe('offline');
  });
});

describe('isTwitchReachable', () => {
  it('is so with any answer, and not without one', async () => {
    fakeFetch(() => json({}, 401));
    expect(await isTwitchReachable()).toBe(true);
    fakeFetch(noNetwork);
    expect(await isTwitchReachable()).toBe(false);
  });
});

async function asked(run: () => Promise<unknown>, response: Response) {
  const network = fakeFetch(() => response);
  await run();
  return network;
}
