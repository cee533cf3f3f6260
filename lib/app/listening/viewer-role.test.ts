import { expect, it } from 'vitest';
import { createFakeLog } from '@/tests/support/fake-log';
import { createFakeTwitchApi } from '@/tests/support/fake-twitch-api';
import { readViewerRole } from './viewer-role';

const MAY_ASK = ['user:read:chat', 'user:read:moderated_channels'];

function ask(scopes: string[], set: { moderates?: boolean; fails?: boolean; own?: boolean } = {}) {
  const api = createFakeTwitchApi();
  if (set.moderates) api.moderated.add('100');
  if (set.fails) api.failWith(500);
  const log = createFakeLog();
  const viewerId = set.own ? '100' : '200';
  return readViewerRole({ viewerId, streamerId: '100', scopes }, api, log);
}

it('knows the streamer without asking', async () => {
  expect(await ask([], { own: true, fails: true })).toEqual({
    role: 'streamer',
    isRoleKnown: true,
  });
});

it('knows a moderator by what Twitch says', async () => {
  const known = { isRoleKnown: true };
  expect(await ask(MAY_ASK, { moderates: true })).toEqual({ role: 'moderator', ...known });
  expect(await ask(MAY_ASK)).toEqual({ role: 'viewer', ...known });
});

it('asks nothing that was not granted, and takes no answer for a viewer that may be more', async () => {
  const unknown = { role: 'viewer', isRoleKnown: false };
  expect(await ask(['user:read:chat'], { moderates: true })).toEqual(unknown);
  expect(await ask(MAY_ASK, { moderates: true, fails: true })).toEqual(unknown);
});
