import type { ScopeSet } from '@/lib/domain/access/scopes';
import type { SubscriptionReport } from '@/lib/domain/access/subscription-report';
import { type RecordingOption, recordingOptionOf } from '@/lib/domain/history/recording-options';

/** A set of scopes that a user can grant in addition to those of a viewer. */
export type OfferedScopes = Exclude<ScopeSet, 'viewer'>;

/** The scopes that a recording option needs. Options that are not listed need none. */
const SCOPES_OF_OPTIONS: Readonly<Partial<Record<RecordingOption, OfferedScopes>>> = {
  moderation: 'moderation',
  redemptions: 'redemptions',
};

/** Returns the recording options whose events need a permission; `null` for other events. */
function optionsThatNeedPermission({ types }: SubscriptionReport): Set<RecordingOption | null> {
  const missing = types.filter(({ state }) => state === 'needs_permission');
  return new Set(missing.flatMap(({ kinds }) => kinds.map(recordingOptionOf)));
}

/** Returns the scopes that would let the user receive more events, or `null`. */
export function scopesToOffer(
  report: SubscriptionReport,
  isOwnChannel: boolean,
): OfferedScopes | null {
  const isPermissionMissing = optionsThatNeedPermission(report).has(null);
  if (isOwnChannel) return isPermissionMissing ? 'streamer' : null;
  const { role, isRoleKnown } = report;
  // Twitch says who is a moderator only with a scope that the user has not granted yet.
  return !isRoleKnown || (role === 'moderator' && isPermissionMissing) ? 'moderator' : null;
}

/** Returns the scopes that a recording option still needs, or `null`. */
export function scopesToOfferForOption(
  option: RecordingOption,
  report: SubscriptionReport,
): OfferedScopes | null {
  return optionsThatNeedPermission(report).has(option) ? (SCOPES_OF_OPTIONS[option] ?? null) : null;
}
