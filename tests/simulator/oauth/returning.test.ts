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

describe('who comes back to the authorize page', () => {
  const SIGNED_IN = { Cookie: 'login=demo_mod' };
  let client = 0;

  /** What the moderator is asked who has allowed a client of their own two scopes. */
  async function comeBack(
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

  it('is signed in at Twitch itself, for as long as the browser keeps that', async () => {
    const body = new URLSearchParams({ ...PARAMETERS, user_id: '300', decision: 'authorize' });
    const init = { method: 'POST', redirect: 'manual', body } as const;
    const { headers } = await fetch(`${twitch.base}/oauth2/authorize`, init);
    expect(headers.get('set-cookie')).toMatch(
      /^login=demo_mod; Max-Age=\d+; Path=\/; HttpOnly; Secure/,
    );
  });

  it('is asked nothing by who is signed in and has allowed it all', async () => {
    const response = await comeBack({ scope: 'user:read:chat' });
    expect(response.status).toBe(302);
    const token = tokenIn(response.headers.get('location'));
    expect((await validate(token)).body).toMatchObject({
      user_id: '300',
      scopes: ['user:read:chat'],
    });
  });

  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['nobody is signed in', {}, {}],
    ['somebody else is signed in', {}, { Cookie: 'login=demo_viewer' }],
    ['more is asked for', { scope: 'user:read:chat bits:read' }, SIGNED_IN],
    ['another client asks', { client_id: 'never-allowed' }, SIGNED_IN],
    ['it is to be asked', { force_verify: 'true' }, SIGNED_IN],
  ])('shows the page where %s', async (_why, change, headers) => {
    const response = await comeBack(change, headers);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Authorize</button>');
  });

  it('needs no token that is still good, but is over once the app is disconnected', async () => {
    const grant = { clientId: 'kept', userId: '300', scopes: PARAMETERS.scope };
    await twitch.signIn(grant);
    await twitch.admin.fault({ kind: 'expire', user_id: '300' });
    expect((await page({ client_id: 'kept' }, SIGNED_IN)).status).toBe(302);
    await twitch.admin.fault({ kind: 'disconnect_app', user_id: '300' });
    expect((await page({ client_id: 'kept' }, SIGNED_IN)).status).toBe(200);
  });

  it('can lead over a page that goes on by itself', async () => {
    await twitch.admin.fault({ kind: 'leaving_page', times: 1 });
    const response = await comeBack();
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(`href="${REDIRECT}#access_token=`);
    expect((await comeBack()).status).toBe(302);
  });
});
