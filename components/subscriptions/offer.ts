import type { Rights } from '@/lib/domain/access/scopes';
import type { Receiving } from '@/lib/domain/access/subscription-report';
import { type RecordingSwitch, switchOf } from '@/lib/domain/history/recording-options';

/** Rights that a user can be offered beyond what a plain viewer needs. */
export type Offer = Exclude<Rights, 'viewer'>;

/** Rights by the switch that has use for them; the others need none. */
const OF_SWITCHES: Readonly<Partial<Record<RecordingSwitch, Offer>>> = {
  moderation: 'moderation',
  redemptions: 'redemptions',
};

/** The switches whose events wait for a permission; `null` among them for what has no switch. */
function waiting({ types }: Receiving): Set<RecordingSwitch | null> {
  const missing = types.filter(({ state }) => state === 'needs_permission');
  return new Set(missing.flatMap(({ kinds }) => kinds.map(switchOf)));
}

/** What more the user could allow, so that more is received; `null` when there is nothing. */
export function offerFor(receiving: Receiving, isOwnChannel: boolean): Offer | null {
  const isPermissionMissing = waiting(receiving).has(null);
  if (isOwnChannel) return isPermissionMissing ? 'streamer' : null;
  const { role, isRoleKnown } = receiving;
  // Whether a viewer moderates the channel can't be known before they allow asking.
  return !isRoleKnown || (role === 'moderator' && isPermissionMissing) ? 'moderator' : null;
}

/** What the user could allow, so that a switch that is on has more recorded. */
export function offerForSwitch(name: RecordingSwitch, receiving: Receiving): Offer | null {
  return waiting(receiving).has(name) ? (OF_SWITCHES[name] ?? null) : null;
}
