import type { Receiving, Role } from '@/lib/domain/receiving';

/** Rights that a user can be offered beyond what a plain viewer needs. */
export type Rights = Exclude<Role, 'viewer'>;

/** What more the user could allow, so that more is received; `null` when there is nothing. */
export function offerFor({ role, types }: Receiving, isOwnChannel: boolean): Rights | null {
  const isPermissionMissing = types.some(({ state }) => state === 'needs_permission');
  if (isOwnChannel) return isPermissionMissing ? 'streamer' : null;
  // Whether a viewer moderates the channel can't be known before they allow asking.
  return role === 'viewer' || isPermissionMissing ? 'moderator' : null;
}
