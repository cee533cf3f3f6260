// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLIENT_ID, type Harness, startHarness } from '../testing/harness.ts';

let twitch: Harness;

beforeAll(async () => {
  twitch = await startHarness();
});
afterAll(() => twitch.close());

async function validate(token: string) {
  return twitch.fetch('/oauth2/validate', { headers: { Authorization: `OAuth ${token}` } });
}

async function revoke(fields: Record<string, string>) {
  return twitch.fetch('/oauth2/revoke', { method: 'POST', body: new URLSearchParams(fields) });
}

describe('revoke', () => {
  it('ends the token and its subscriptions, and sends a revocation', async () => {
    const api = await twitch.signIn();
    const client = await twitch.listen(api);
    const answer = await revoke({ client_id: CLIENT_ID, token: api.token });
    expect(answer.status).toBe(200);
    const revocation = await client.next('revocation');
    expect(revocation.metadata).toMatchObject({
      subscription_type: 'channel.chat.notification',
      subscription_version: '1',
    });
    expect(revocation.payload.subscription?.status).toBe('authorization_revoked');
    expect(revocation.payload).not.toHaveProperty('event');
    expect((await validate(api.token)).status).toBe(401);
    expect((await api.get('/users')).status).toBe(401);
  });

  it('answers 400 for missing or invalid values, 404 for an unknown client', async () => {
    const { token } = await twitch.signIn();
    expect((await revoke({ client_id: CLIENT_ID })).status).toBe(400);
    expect((await revoke({ token })).status).toBe(400);
    expect((await revoke({ client_id: CLIENT_ID, token: 'gone' })).body).toEqual({
      status: 400,
      message: 'Invalid token',
    });
    expect((await revoke({ client_id: 'never-seen', token })).status).toBe(404);
  });
});
