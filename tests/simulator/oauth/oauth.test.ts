// @vitest-environment node
import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CLIENT_ID, type Harness, REDIRECT, startHarness } from '../testing/harness.ts';

const PARAMETERS = {
  client_id: CLIENT_ID,
  redirect_uri: REDIRECT,
  response_type: 'token',
  scope: 'user:read:chat user:read:follows',
  state: 'a "state" & more',
};

let twitch: Harness;

beforeAll(async () => {
  twitch = await startHarness();
});
afterEach(() => twitch.admin.fault({ kind: 'clear' }));
afterAll(() => twitch.close());

async function page(change: Record<string, string> = {}): Promise<Response> {
  const query = new URLSearchParams({ ...PARAMETERS, ...change });
  for (const [name, value] of Object.entries(change)) if (value === '') query.delete(name);
  return fetch(`${twitch.base}/oauth2/authorize?${query}`, { redirect: 'manual' });
}

function decode(text = ''): string {
  return text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

/** The page's form, filled in as a browser would send it. */
async function fieldsOfPage(): Promise<URLSearchParams> {
  const markup = await (await page()).text();
  const fields = markup.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g);
  return new URLSearchParams([...fields].map(([, name = '', value]) => [name, decode(value)]));
}

async function submit(fields: URLSearchParams): Promise<string> {
  const init = { method: 'POST', redirect: 'manual', body: fields } as const;
  const response = await fetch(`${twitch.base}/oauth2/authorize`, init);
  expect(response.status).toBe(303);
  return response.headers.get('location') ?? '';
}

async function validate(token: string, scheme = 'OAuth') {
  return twitch.fetch('/oauth2/validate', { headers: { Authorization: `${scheme} ${token}` } });
}

async function revoke(fields: Record<string, string>) {
  return twitch.fetch('/oauth2/revoke', { method: 'POST', body: new URLSearchParams(fields) });
}

describe('the authorize page', () => {
  it('shows the scopes, the people and both buttons', async () => {
    const response = await page();
    const markup = await response.text();
    expect(response.status).toBe(200);
    for (const text of ['user:read:chat', 'View the channels you follow', CLIENT_ID]) {
      expect(markup).toContain(text);
    }
    for (const login of ['demo_streamer', 'other_streamer', 'demo_viewer', 'demo_mod']) {
      expect(markup).toContain(`<span>${login}</span>`);
    }
    expect(markup).toMatch(/value="200" checked/);
    expect(markup).toMatch(/<button [^>]*>Authorize</);
    expect(markup).toMatch(/<button [^>]*>Cancel</);
  });

  it('comes back with a token in the fragment and the state unchanged', async () => {
    const fields = await fieldsOfPage();
    fields.set('user_id', '200');
    fields.set('decision', 'authorize');
    const landed = new URL(await submit(fields));
    expect(`${landed.origin}/`).toBe(REDIRECT);
    expect(landed.search).toBe('');
    const fragment = new URLSearchParams(landed.hash.slice(1));
    expect([...fragment.keys()]).toEqual(['access_token', 'scope', 'state', 'token_type']);
    expect(fragment.get('scope')).toBe(PARAMETERS.scope);
    expect(fragment.get('state')).toBe(PARAMETERS.state);
    expect(fragment.get('token_type')).toBe('bearer');
  });

  it.each([
    ['100', 'demo_streamer'],
    ['300', 'demo_mod'],
  ])('signs in %s, who is %s, when that is chosen', async (userId, login) => {
    const fields = await fieldsOfPage();
    fields.set('user_id', userId);
    fields.set('decision', 'authorize');
    const { hash } = new URL(await submit(fields));
    const token = new URLSearchParams(hash.slice(1)).get('access_token') ?? '';
    const scopes = PARAMETERS.scope.split(' ');
    expect((await validate(token)).body).toMatchObject({ user_id: userId, login, scopes });
  });

  it('comes back with an error in the query after Cancel', async () => {
    const fields = await fieldsOfPage();
    fields.set('decision', 'cancel');
    const location = await submit(fields);
    expect(location).toContain(
      '?error=access_denied&error_description=The+user+denied+you+access&state=',
    );
    expect(new URL(location).searchParams.get('state')).toBe(PARAMETERS.state);
    expect(new URL(location).hash).toBe('');
  });

  it('sends an unregistered redirect to the first registered one', async () => {
    await twitch.admin.fault({ kind: 'redirect_mismatch', times: 1 });
    const response = await page({ redirect_uri: `${REDIRECT}other` });
    const location = response.headers.get('location') ?? '';
    expect(response.status).toBe(302);
    expect(location).toContain(
      `${REDIRECT}?error=redirect_mismatch&error_description=Parameter+redirect_uri+does+not+match+registered+URI`,
    );
    expect((await page()).status).toBe(200);
  });

  it.each([
    ['client_id', 'missing client id'],
    ['redirect_uri', 'missing redirect uri'],
    ['response_type', 'missing response type'],
  ])('answers 400 without %s', async (name, message) => {
    const response = await page({ [name]: '' });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ status: 400, message });
  });

  it.each([
    'https://example.com/',
    'http://abc.chromiumapp.org/',
    'https://chromiumapp.org.evil.example/',
  ])('never redirects to %s', async (redirect_uri) => {
    const response = await page({ redirect_uri });
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
  });

  it('accepts any client id unless a fault says otherwise', async () => {
    expect((await page({ client_id: 'whoever' })).status).toBe(200);
    await twitch.admin.fault({ kind: 'invalid_client' });
    const response = await page();
    expect(await response.json()).toEqual({ status: 400, message: 'invalid client' });
  });
});

describe('validate', () => {
  it.each(['OAuth', 'Bearer'])('tells about a token sent as %s', async (scheme) => {
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
  });

  it('answers 401 for a wrong token and for none', async () => {
    expect((await validate('wrong')).body).toEqual({
      status: 401,
      message: 'invalid access token',
    });
    expect((await twitch.fetch('/oauth2/validate')).body).toEqual({
      status: 401,
      message: 'missing authorization token',
    });
  });

  it('can answer with null scopes, a lifetime without end, another client or trouble', async () => {
    const { token } = await twitch.signIn();
    await twitch.admin.fault({ kind: 'validate', scopes: null, times: 1 });
    expect((await validate(token)).body.scopes).toBeNull();
    await twitch.admin.fault({ kind: 'validate', expires_in: 0, client_id: 'other', times: 1 });
    expect((await validate(token)).body).toMatchObject({ expires_in: 0, client_id: 'other' });
    await twitch.admin.fault({ kind: 'validate', status: 503, times: 1 });
    expect((await validate(token)).status).toBe(503);
    expect((await validate(token)).status).toBe(200);
  });

  it('answers 401 once the token has expired', async () => {
    const { token } = await twitch.signIn();
    await twitch.admin.fault({ kind: 'expire', user_id: '200', seconds: 3_600 });
    const { expires_in } = (await validate(token)).body;
    expect(expires_in).toBeGreaterThan(3_500);
    expect(expires_in).toBeLessThanOrEqual(3_600);
    await twitch.admin.fault({ kind: 'expire', user_id: '200' });
    expect((await validate(token)).status).toBe(401);
  });

  it('is counted by token, which is told as a hash only', async () => {
    const { token } = await twitch.signIn();
    await validate(token);
    await validate(token, 'Bearer');
    const hash = createHash('sha256').update(token).digest('hex');
    expect((await twitch.admin.state()).requests_by_token[hash]).toBe(2);
  });
});

describe('revoke', () => {
  it('ends the token and its subscriptions, and says so on the socket', async () => {
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

  it('answers 400 for what is missing or no longer valid, 404 for an unknown client', async () => {
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
