// @vitest-environment node
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, REDIRECT, startHarness } from '../testing/harness.ts';

const PARAMETERS = {
  client_id: 'returning',
  redirect_uri: REDIRECT,
  response_type: 'token',
  scope: 'user:read:chat user:read:follows',
  state: 'state-one',
};

let twitch: Harness;

beforeAll(async () => {
  twitch = await startHarness();
});
afterEach(() => twitch.admin.fault({ kind: 'clear' }));
afterAll(() => twitch.close());

async function page(
  change: Record<string, string>,
  headers: Record<string, string>,
): Promise<Response> {
  const query = new URLSearchParams({ ...PARAMETERS, ...change });
  return fetch(`${twitch.base}/oauth2/authorize?${query}`, { redirect: 'manual', headers });
}

async function validate(token: string) {
  return twitch.fetch('/oauth2/validate', { headers: { Authorization: `OAuth ${token}` } });
}

describe('a repeated visit to the authorize page', () => {
  const SIGNED_IN = { Cookie: 'login=demo_mod' };
  let client = 0;

  /** Opens the page as a moderator who has already allowed a new client two scopes. */
  async function visitAgain(
    change: Record<string, string> = {},
    headers: Record<string, string> = SIGNED_IN,
  ): Promise<Response> {
    client += 1;
    const clientId = `returning-${client}`;
    await twitch.signIn({ clientId, userId: '300', scopes: PARAMETERS.scope });
    return page({ client_id: clientId, ...change }, headers);
  }

  function tokenIn(location: string | null): string {
    return new URLSearchParams(new URL(location ?? '').hash.slice(1)).get('access_token') ?? '';
  }

  it('sets a long-lived cookie for the user who is signed in at Twitch', async () => {
    const body = new URLSearchParams({ ...PARAMETERS, user_id: '300', decision: 'authorize' });
    const init = { method: 'POST', redirect: 'manual', body } as const;
    const { headers } = await fetch(`${twitch.base}/oauth2/authorize`, init);
    expect(headers.get('set-cookie')).toMatch(
      /^login=demo_mod; Max-Age=\d+; Path=\/; HttpOnly; Secure/,
    );
  });

  it('redirects at once if the signed-in user has allowed all scopes', async () => {
    const response = await visitAgain({ scope: 'user:read:chat' });
    expect(response.status).toBe(302);
    const token = tokenIn(response.headers.get('location'));
    expect((await validate(token)).body).toMatchObject({
      user_id: '300',
      scopes: ['user:read:chat'],
    });
  });

  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['no user is signed in', {}, {}],
    ['another user is signed in', {}, { Cookie: 'login=demo_viewer' }],
    ['a new scope is requested', { scope: 'user:read:chat bits:read' }, SIGNED_IN],
    ['another client requests', { client_id: 'never-allowed' }, SIGNED_IN],
    ['the request has force_verify', { force_verify: 'true' }, SIGNED_IN],
  ])('shows the page if %s', async (_reason, change, headers) => {
    const response = await visitAgain(change, headers);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Authorize</button>');
  });

  it('redirects without a valid token, but shows the page after the app was disconnected', async () => {
    const grant = { clientId: 'kept', userId: '300', scopes: PARAMETERS.scope };
    await twitch.signIn(grant);
    await twitch.admin.fault({ kind: 'expire', user_id: '300' });
    expect((await page({ client_id: 'kept' }, SIGNED_IN)).status).toBe(302);
    await twitch.admin.fault({ kind: 'disconnect_app', user_id: '300' });
    expect((await page({ client_id: 'kept' }, SIGNED_IN)).status).toBe(200);
  });

  it('can show a page that continues by script', async () => {
    await twitch.admin.fault({ kind: 'leaving_page', times: 1 });
    const response = await visitAgain();
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(`href="${REDIRECT}#access_token=`);
    expect((await visitAgain()).status).toBe(302);
  });
});
