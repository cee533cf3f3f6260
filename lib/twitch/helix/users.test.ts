import { describe, expect, it } from 'vitest';
import { HELIX_USER } from '@/tests/support/builders/helix-rows';
import { callHelix } from '@/tests/support/running/helix-request';

describe('userByLogin', () => {
  it('sends the credentials and the login', async () => {
    const { last } = await callHelix((api) => api.userByLogin('demo_streamer'), [HELIX_USER]);
    expect(last.url.href).toBe('https://api.twitch.tv/helix/users?login=demo_streamer');
    expect(last.headers.get('Authorization')).toBe('Bearer t0k3n');
    expect(last.headers.get('Client-Id')).toBe('c1');
    expect(last.redirect).toBe('error');
  });

  it('returns the user', async () => {
    const { value } = await callHelix((api) => api.userByLogin('demo_streamer'), [HELIX_USER]);
    expect(value).toEqual({
      id: '100',
      login: 'demo_streamer',
      name: 'Demo_Streamer',
      avatarUrl: 'https://static-cdn.jtvnw.net/a.png',
    });
  });

  it('returns null for an unknown login', async () => {
    expect((await callHelix((api) => api.userByLogin('ghost'), [])).value).toBeNull();
  });
});

describe('usersByIds', () => {
  it('returns the users that exist, by the ids in the request', async () => {
    const call = callHelix((api) => api.usersByIds(['200', '100']), [HELIX_USER]);
    const { value, last } = await call;
    expect(last.url.search).toBe('?id=200&id=100');
    expect(value).toMatchObject([{ id: '100', login: 'demo_streamer' }]);
  });
});

describe('me', () => {
  it('requests the viewer by id', async () => {
    const { value, last } = await callHelix((api) => api.me(), [{ ...HELIX_USER, id: '200' }]);
    expect(last.url.search).toBe('?id=200');
    expect(value).toMatchObject({ id: '200' });
  });

  it('returns null if the user no longer exists', async () => {
    expect((await callHelix((api) => api.me(), [])).value).toBeNull();
  });
});
