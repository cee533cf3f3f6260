import { describe, expect, it } from 'vitest';
import { createFakeLog } from '@/tests/support/fakes/fake-log';
import { createFakeTwitchApi } from '@/tests/support/fakes/fake-twitch-api';
import { createRoleReader } from './viewer-role';

const WITH_SCOPE = ['user:read:chat', 'user:read:moderated_channels'];
const WITHOUT_SCOPE = ['user:read:chat'];

/** Creates the reader of a viewer who moderates channel 100, and counts its requests. */
function prepareReader(scopes: string[], { fails = false } = {}) {
  const api = createFakeTwitchApi();
  api.moderated.add('100');
  if (fails) api.failWith(500);
  const log = createFakeLog();
  let requests = 0;
  const moderatedChannels = async () => {
    requests += 1;
    return await api.moderatedChannels();
  };
  const reader = createRoleReader({ viewerId: '200', scopes, api: { moderatedChannels }, log });
  return { reader, log, requests: () => requests };
}

const KNOWN = { isRoleKnown: true };
const UNKNOWN = { role: 'viewer', isRoleKnown: false };

describe('createRoleReader', () => {
  it('recognizes the streamer without a request', async () => {
    const { reader, requests } = prepareReader(WITH_SCOPE, { fails: true });
    expect(await reader.roleOn('200')).toEqual({ role: 'streamer', ...KNOWN });
    expect(requests()).toBe(0);
  });

  it('recognizes a moderator by the answer of Helix', async () => {
    const { reader } = prepareReader(WITH_SCOPE);
    expect(await reader.roleOn('100')).toEqual({ role: 'moderator', ...KNOWN });
    expect(await reader.roleOn('101')).toEqual({ role: 'viewer', ...KNOWN });
  });

  it('asks once, however many channels there are', async () => {
    const { reader, requests } = prepareReader(WITH_SCOPE);
    const ids = Array.from({ length: 51 }, (_, index) => `${index + 75}`);
    const roles = await Promise.all(ids.map((id) => reader.roleOn(id)));
    expect(ids.filter((_, index) => roles[index]?.role === 'moderator')).toEqual(['100']);
    expect(requests()).toBe(1);
  });

  it('returns an uncertain viewer, without a request, if the scope is missing', async () => {
    const { reader, requests } = prepareReader(WITHOUT_SCOPE);
    expect(await reader.roleOn('100')).toEqual(UNKNOWN);
    expect(requests()).toBe(0);
  });

  it('returns uncertain viewers, and warns once, if Helix fails', async () => {
    const { reader, log } = prepareReader(WITH_SCOPE, { fails: true });
    expect([await reader.roleOn('100'), await reader.roleOn('101')]).toEqual([UNKNOWN, UNKNOWN]);
    expect(log.warnings).toEqual(['the moderated channels could not be read']);
  });
});
