import { describe, expect, it } from 'vitest';
import { MODERATION_SCOPES, SCOPE_SETS } from '@/lib/domain/access/scopes';
import { DEFAULT_RECORDING_OPTIONS } from '@/lib/domain/history/recording-options';
import { CATALOG } from '../eventsub/catalog/catalog';
import { scopesFor } from './requested-scopes';

describe('scopesFor', () => {
  const VIEWER_SCOPES = ['user:read:chat', 'user:read:follows'];
  const withModeration = { ...DEFAULT_RECORDING_OPTIONS, moderation: true };

  it.each([
    ['viewer', []],
    [
      'moderator',
      ['user:read:moderated_channels', 'moderator:read:followers', 'moderator:read:shoutouts'],
    ],
    ['moderation', MODERATION_SCOPES],
    ['redemptions', ['channel:read:redemptions']],
  ] as const)('adds the scopes of the set "%s" to those of every viewer', (rights, scopes) => {
    const requested = scopesFor({ scopeSet: rights, granted: [], recording: withModeration });
    expect(requested).toEqual([...VIEWER_SCOPES, ...scopes]);
  });

  it('keeps the granted scopes, each once', () => {
    const granted = ['bits:read', 'user:read:chat'];
    const requested = scopesFor({
      scopeSet: 'viewer',
      granted,
      recording: DEFAULT_RECORDING_OPTIONS,
    });
    expect(requested).toEqual([...VIEWER_SCOPES, 'bits:read']);
  });

  it.each(SCOPE_SETS)(
    'contains no scope of moderation while moderation is not recorded: %s',
    (rights) => {
      const requested = scopesFor({
        scopeSet: rights,
        granted: MODERATION_SCOPES,
        recording: DEFAULT_RECORDING_OPTIONS,
      });
      expect(
        requested.filter((scope) => MODERATION_SCOPES.some((other) => other === scope)),
      ).toEqual([]);
    },
  );

  it('keeps granted scopes of moderation while moderation is recorded', () => {
    const requested = scopesFor({
      scopeSet: 'moderator',
      granted: MODERATION_SCOPES,
      recording: withModeration,
    });
    expect(requested).toEqual(expect.arrayContaining([...MODERATION_SCOPES]));
  });

  it.each(SCOPE_SETS)('contains only scopes that read, and that some type needs: %s', (rights) => {
    const needed = new Set([
      ...CATALOG.flatMap(({ scopes }) => scopes),
      'user:read:follows',
      'user:read:moderated_channels',
    ]);
    const requested = scopesFor({ scopeSet: rights, granted: [], recording: withModeration });
    expect(requested.filter((scope) => !needed.has(scope) || !scope.includes('read'))).toEqual([]);
  });
});
