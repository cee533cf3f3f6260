import { describe, expect, it } from 'vitest';
import { problemOf } from '@/lib/domain/problem';
import { authorizeUrl, readRedirect } from './authorize';

const REDIRECT_URI = 'https://abcdefgh.chromiumapp.org/';

function problemIn(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return problemOf(error);
  }
  return 'none';
}

describe('authorizeUrl', () => {
  it('contains every parameter of an implicit grant', () => {
    const url = new URL(
      authorizeUrl({
        clientId: 'c1',
        redirectUri: REDIRECT_URI,
        scopes: ['user:read:chat', 'user:read:follows'],
        state: 's t&a',
      }),
    );
    expect(url.origin + url.pathname).toBe('https://id.twitch.tv/oauth2/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'c1',
      redirect_uri: REDIRECT_URI,
      response_type: 'token',
      scope: 'user:read:chat user:read:follows',
      state: 's t&a',
    });
  });
});

describe('authorizeUrl for a user who signed out', () => {
  it('makes Twitch ask for the account', () => {
    const request = { clientId: 'c1', redirectUri: REDIRECT_URI, scopes: [], state: 's1' };
    const url = new URL(authorizeUrl({ ...request, mustAsk: true }));
    expect(url.searchParams.get('force_verify')).toBe('true');
  });
});

describe('readRedirect', () => {
  it('returns the token in the fragment', () => {
    const url = `${REDIRECT_URI}#access_token=t0k3n&scope=user%3Aread%3Achat&state=s1&token_type=bearer`;
    expect(readRedirect(url, 's1')).toBe('t0k3n');
  });

  it.each([
    ['denied', `${REDIRECT_URI}?error=access_denied&error_description=no&state=s1`, 'denied'],
    ['denied, in the fragment', `${REDIRECT_URI}#error=access_denied&state=s1`, 'denied'],
    ['a mismatch, without a state', `${REDIRECT_URI}?error=redirect_mismatch`, 'redirect_mismatch'],
    ['an unknown error', `${REDIRECT_URI}?error=teapot&state=s1`, 'unknown'],
    ['a forged state', `${REDIRECT_URI}#access_token=t&state=s2`, 'state_mismatch'],
    ['a forged denial', `${REDIRECT_URI}?error=access_denied&state=s2`, 'state_mismatch'],
    ['no state', `${REDIRECT_URI}#access_token=t`, 'state_mismatch'],
    ['an empty state', `${REDIRECT_URI}#access_token=t&state=`, 'state_mismatch'],
    ['no token', `${REDIRECT_URI}#state=s1`, 'unknown'],
    ['an empty token', `${REDIRECT_URI}#access_token=&state=s1`, 'unknown'],
    ['a token in the query', `${REDIRECT_URI}?access_token=t&state=s1`, 'unknown'],
    ['a text that is not a URL', 'nothing', 'unknown'],
  ])('throws for %s', (_case, url, problem) => {
    expect(problemIn(() => readRedirect(url, 's1'))).toBe(problem);
  });
});
