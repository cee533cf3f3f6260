import { describe, expect, it } from 'vitest';
import { problemOf } from '@/lib/domain/problem';
import { SECOND } from '@/lib/time';
import { fakeFetch, json, noNetwork } from '@/tests/support/fakes/fake-fetch';
import { timeOut } from '@/tests/support/running/time-out';
import { isTwitchReachable, revokeToken, validateToken } from './token';

async function lastRequest(run: () => Promise<unknown>, response: Response) {
  const network = fakeFetch(() => response);
  await run();
  return network.last;
}

async function problemFrom(promise: Promise<unknown>): Promise<string> {
  return await promise.then(() => 'none', problemOf);
}

describe('validateToken', () => {
  const VALID = {
    client_id: 'c1',
    login: 'demo_viewer',
    scopes: ['user:read:chat'],
    user_id: '200',
    expires_in: 5_520_838,
  };

  it('sends the token in a header only', async () => {
    const last = await lastRequest(() => validateToken('t0k3n'), json(VALID));
    expect(last.url.href).toBe('https://id.twitch.tv/oauth2/validate');
    expect(last.headers.get('Authorization')).toBe('OAuth t0k3n');
    expect(last.redirect).toBe('error');
  });

  it('returns client, user, scopes and lifetime', async () => {
    fakeFetch(() => json(VALID));
    expect(await validateToken('t0k3n')).toEqual({
      clientId: 'c1',
      userId: '200',
      login: 'demo_viewer',
      scopes: ['user:read:chat'],
      expiresInMs: 5_520_838_000,
    });
  });

  it.each([
    ['null for scopes', { scopes: null }, { scopes: [] }],
    ['no scopes', { scopes: undefined }, { scopes: [] }],
    ['0 for expires_in', { expires_in: 0 }, { expiresInMs: null }],
    ['null for expires_in', { expires_in: null }, { expiresInMs: null }],
    ['no expires_in', { expires_in: undefined }, { expiresInMs: null }],
    ['unknown keys', { mood: 'good' }, { userId: '200' }],
  ])('reads an answer with %s', async (_case, change, expected) => {
    fakeFetch(() => json({ ...VALID, ...change }));
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
  ])('throws for a %i without a valid user: %#', async (_status, response, problem) => {
    fakeFetch(() => response);
    expect(await problemFrom(validateToken('t0k3n'))).toBe(problem);
  });

  it('throws `offline` without a network', async () => {
    fakeFetch(noNetwork);
    expect(await problemFrom(validateToken('t0k3n'))).toBe('offline');
  });

  it('throws `offline` after ten seconds without an answer', async () => {
    const { timeouts, error } = await timeOut(() => validateToken('t0k3n'));
    expect(timeouts).toEqual([10 * SECOND]);
    expect(error).toMatchObject({ problem: 'offline' });
  });
});

describe('revokeToken', () => {
  it('sends the token in the body, not in the URL', async () => {
    const last = await lastRequest(() => revokeToken('c1', 't0k3n'), new Response(''));
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
  ])(
    'answers a %i with the problem %s: an invalid token needs no revocation',
    async (status, problem) => {
      fakeFetch(() => new Response('', { status }));
      expect(await problemFrom(revokeToken('c1', 't0k3n'))).toBe(problem);
    },
  );

  it('throws `offline` without a network', async () => {
    fakeFetch(noNetwork);
    expect(await problemFrom(revokeToken('c1', 't0k3n'))).toBe('offline');
  });

  it('throws `offline` after ten seconds without an answer', async () => {
    const { timeouts, error } = await timeOut(() => revokeToken('c1', 't0k3n'));
    expect(timeouts).toEqual([10 * SECOND]);
    expect(error).toMatchObject({ problem: 'offline' });
  });
});

describe('isTwitchReachable', () => {
  it('returns true with any answer, and false without one', async () => {
    fakeFetch(() => json({}, 401));
    expect(await isTwitchReachable()).toBe(true);
    fakeFetch(noNetwork);
    expect(await isTwitchReachable()).toBe(false);
  });
});
