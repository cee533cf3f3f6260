import { expect, it } from 'vitest';
import { createAuthProvider } from './auth-provider';

const provider = createAuthProvider({ userId: '200', clientId: 'c1', token: 't0k3n', scopes: [] });

it('returns the token to every caller, also if it has no scopes', async () => {
  expect(provider.clientId).toBe('c1');
  expect(provider.getCurrentScopesForUser('200')).toEqual([]);
  const token = { accessToken: 't0k3n', userId: '200', refreshToken: null };
  expect(await provider.getAnyAccessToken()).toMatchObject(token);
  expect(await provider.getAccessTokenForUser('200')).toMatchObject(token);
});

it('returns a token that does not expire for Twurple', async () => {
  expect(await provider.getAnyAccessToken()).toMatchObject({ expiresIn: null });
});

it('returns the token and the scopes of the moment', async () => {
  const credentials = { userId: '200', clientId: 'c1', token: 'first', scopes: ['a'] };
  const latest = createAuthProvider(credentials);
  Object.assign(credentials, { token: 'second', scopes: ['a', 'b'] });
  expect(await latest.getAnyAccessToken()).toMatchObject({ accessToken: 'second' });
  expect(latest.getCurrentScopesForUser('200')).toEqual(['a', 'b']);
});
