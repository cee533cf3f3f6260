// @vitest-environment node
import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CLIENT_ID, type Harness, startHarness } from '../testing/harness.ts';

let twitch: Harness;

beforeAll(async () => {
  twitch = await startHarness();
});
afterEach(() => twitch.admin.fault({ kind: 'clear' }));
afterAll(() => twitch.close());

async function validate(token: string, scheme = 'OAuth') {
  return twitch.fetch('/oauth2/validate', { headers: { Authorization: `${scheme} ${token}` } });
}

describe('validate', () => {
  it.each(['OAuth', 'Bearer'])(
    'returns the fields of a token that was sent as %s',
    async (scheme) => {
      const { token } = await twitch.signIn({ scopes: 'user:read:chat' });
      const answer = await validate(token, scheme);
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual({
        client_id: CLIENT_ID,
        login: 'demo_viewer',
        scopes: ['user:read:chat'],
        user_id: '200',
        expires_in: expect.any(Number),
      });
    },
  );

  it('answers 401 for a wrong token and without a token', async () => {
    expect((await validate('wrong')).body).toEqual({
      status: 401,
      message: 'invalid access token',
    });
    expect((await twitch.fetch('/oauth2/validate')).body).toEqual({
      status: 401,
      message: 'missing authorization token',
    });
  });

  it('answers with null scopes, no expiry, another client or an error when a fault is active', async () => {
    const { token } = await twitch.signIn();
    await twitch.admin.fault({ kind: 'validate', scopes: null, times: 1 });
    expect((await validate(token)).body.scopes).toBeNull();
    await twitch.admin.fault({ kind: 'validate', expires_in: 0, client_id: 'other', times: 1 });
    expect((await validate(token)).body).toMatchObject({ expires_in: 0, client_id: 'other' });
    await twitch.admin.fault({ kind: 'validate', status: 503, times: 1 });
    expect((await validate(token)).status).toBe(503);
    expect((await validate(token)).status).toBe(200);
  });

  it('answers 401 after the token has expired', async () => {
    const { token } = await twitch.signIn();
    await twitch.admin.fault({ kind: 'expire', user_id: '200', seconds: 3_600 });
    const { expires_in } = (await validate(token)).body;
    expect(expires_in).toBeGreaterThan(3_500);
    expect(expires_in).toBeLessThanOrEqual(3_600);
    await twitch.admin.fault({ kind: 'expire', user_id: '200' });
    expect((await validate(token)).status).toBe(401);
  });

  it('counts requests by token, and shows only the hash of the token', async () => {
    const { token } = await twitch.signIn();
    await validate(token);
    await validate(token, 'Bearer');
    const hash = createHash('sha256').update(token).digest('hex');
    expect((await twitch.admin.state()).requests_by_token[hash]).toBe(2);
  });
});
