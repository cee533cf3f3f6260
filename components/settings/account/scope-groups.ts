import { MODERATION_SCOPES } from '@/lib/domain/access/scopes';

const GROUPS = ['viewer', 'moderator', 'streamer', 'redemptions', 'moderation'] as const;

/** What scopes are for. */
export type ScopeGroup = (typeof GROUPS)[number];

function groupOf(scope: string): ScopeGroup {
  if (MODERATION_SCOPES.some((name) => name === scope)) return 'moderation';
  if (scope === 'channel:read:redemptions') return 'redemptions';
  if (/^(?:channel|bits):/.test(scope)) return 'streamer';
  if (scope.startsWith('moderator:') || scope === 'user:read:moderated_channels') {
    return 'moderator';
  }
  return 'viewer';
}

/** Returns scopes by what they are for, without the groups that have none. */
export function scopesByGroup(scopes: readonly string[]): [group: ScopeGroup, names: string[]][] {
  return GROUPS.map((group): [ScopeGroup, string[]] => [
    group,
    scopes.filter((scope) => groupOf(scope) === group),
  ]).filter(([, names]) => names.length > 0);
}
