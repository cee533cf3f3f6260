import type { ScopeSet } from '@/lib/domain/access/scopes';
import type { SubscriptionReport } from '@/lib/domain/access/subscription-report';
import { type RecordingOption, recordingOptionOf } from '@/lib/domain/history/recording-options';

/** Rights that a user can be offered beyond what a plain viewer needs. */
export type OfferedScopes = Exclude<ScopeSet, 'viewer'>;

/** Rights by the switch that has use for them; the others need none. */
const OF_SWITCHES: Readonly<Partial<Record<RecordingOption, OfferedScopes>>> = {
  moderation: 'moderation',
  redemptions: 'redemptions',
};

/** The switches whose events wait for a permission; `null` among them for what has no switch. */
function waiting({ types }: SubscriptionReport): Set<RecordingOption | null> {
  const missing = types.filter(({ state }) => state === 'needs_permission');
  return new Set(missing.flatMap(({ kinds }) => kinds.map(recordingOptionOf)));
}

/** What more the user could allow, so that more is received; `null` when there is nothing. */
export function scopesToOffer(
  receiving: SubscriptionReport,
  isOwnChannel: boolean,
): OfferedScopes | null {
  const isPermissionMissing = waiting(receiving).has(null);
  if (isOwnChannel) return isPermissionMissing ? 'streamer' : null;
  const { role, isRoleKnown } = receiving;
  // Whether a viewer moderates the channel can't be known before they allow asking.
  return !isRoleKnown || (role === 'moderator' && isPermissionMissing) ? 'moderator' : null;
}

/** What the user could allow, so that a switch that is on has more recorded. */
export function scopesToOfferForOption(
  name: RecordingOption,
  receiving: SubscriptionReport,
): OfferedScopes | null {
  return waiting(receiving).has(name) ? (OF_SWITCHES[name] ?? null) : null;
}
