// @vitest-environment node
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

/** Returns the fields of the page's form as a browser sends them. */
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

describe('the authorize page', () => {
  it('shows the scopes, the users and both buttons', async () => {
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

  it('redirects with a token in the fragment and the unchanged state', async () => {
    const fields = await fieldsOfPage();
    fields.set('user_id', '200');
    fields.set('decision', 'authorize');
    const target = new URL(await submit(fields));
    expect(`${target.origin}/`).toBe(REDIRECT);
    expect(target.search).toBe('');
    const fragment = new URLSearchParams(target.hash.slice(1));
    expect([...fragment.keys()]).toEqual(['access_token', 'scope', 'state', 'token_type']);
    expect(fragment.get('scope')).toBe(PARAMETERS.scope);
    expect(fragment.get('state')).toBe(PARAMETERS.state);
    expect(fragment.get('token_type')).toBe('bearer');
  });

  it.each([
    ['100', 'demo_streamer'],
    ['300', 'demo_mod'],
  ])('signs in user %s with the login %s if this user is chosen', async (userId, login) => {
    const fields = await fieldsOfPage();
    fields.set('user_id', userId);
    fields.set('decision', 'authorize');
    const { hash } = new URL(await submit(fields));
    const token = new URLSearchParams(hash.slice(1)).get('access_token') ?? '';
    const scopes = PARAMETERS.scope.split(' ');
    const headers = { Authorization: `OAuth ${token}` };
    const { body } = await twitch.fetch('/oauth2/validate', { headers });
    expect(body).toMatchObject({ user_id: userId, login, scopes });
  });

  it('redirects with an error in the query after Cancel', async () => {
    const fields = await fieldsOfPage();
    fields.set('decision', 'cancel');
    const location = await submit(fields);
    expect(location).toContain(
      '?error=access_denied&error_description=The+user+denied+you+access&state=',
    );
    expect(new URL(location).searchParams.get('state')).toBe(PARAMETERS.state);
    expect(new URL(location).hash).toBe('');
  });

  it('redirects to the first registered URI if the given one is not registered', async () => {
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

  it('accepts any client id until a fault rejects it', async () => {
    expect((await page({ client_id: 'any-client' })).status).toBe(200);
    await twitch.admin.fault({ kind: 'invalid_client' });
    const response = await page();
    expect(await response.json()).toEqual({ status: 400, message: 'invalid client' });
  });
});
