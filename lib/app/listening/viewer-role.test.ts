import { describe, expect, it } from 'vitest';
import { createFakeLog } from '@/tests/support/fakes/fake-log';
import { createFakeTwitchApi } from '@/tests/support/fakes/fake-twitch-api';
import { readViewerRole } from './viewer-role';

const WITH_SCOPE = ['user:read:chat', 'user:read:moderated_channels'];
const WITHOUT_SCOPE = ['user:read:chat'];

function readRole(
  scopes: string[],
  { isModerator = false, fails = false, isStreamer = false } = {},
) {
  const api = createFakeTwitchApi();
  if (isModerator) api.moderated.add('100');
  if (fails) api.failWith(500);
  const viewerId = isStreamer ? '100' : '200';
  return readViewerRole({ viewerId, streamerId: '100', scopes }, api, createFakeLog());
}

describe('readViewerRole', () => {
  it('recognizes the streamer without a request', async () => {
    expect(await readRole([], { isStreamer: true, fails: true })).toEqual({
      role: 'streamer',
      isRoleKnown: true,
    });
  });

  it('recognizes a moderator by the answer of Helix', async () => {
    const known = { isRoleKnown: true };
    expect(await readRole(WITH_SCOPE, { isModerator: true })).toEqual({
      role: 'moderator',
      ...known,
    });
    expect(await readRole(WITH_SCOPE)).toEqual({ role: 'viewer', ...known });
  });

  it('returns an uncertain viewer if the scope is missing or Helix fails', async () => {
    const unknown = { role: 'viewer', isRoleKnown: false };
    expect(await readRole(WITHOUT_SCOPE, { isModerator: true })).toEqual(unknown);
    expect(await readRole(WITH_SCOPE, { isModerator: true, fails: true })).toEqual(unknown);
  });
});
