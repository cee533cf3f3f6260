import { expect, it } from 'vitest';
import { scopesByGroup } from './scope-groups';

it('puts scopes together by what they are for', () => {
  const scopes = [
    'user:read:chat',
    'moderator:read:warnings',
    'channel:read:polls',
    'moderator:read:followers',
    'user:read:follows',
    'bits:read',
    'user:read:moderated_channels',
  ];
  expect(scopesByGroup(scopes)).toEqual([
    ['viewer', ['user:read:chat', 'user:read:follows']],
    ['moderator', ['moderator:read:followers', 'user:read:moderated_channels']],
    ['streamer', ['channel:read:polls', 'bits:read']],
    ['moderation', ['moderator:read:warnings']],
  ]);
});
