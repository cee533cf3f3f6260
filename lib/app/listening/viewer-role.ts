import type { SubscriptionReport } from '@/lib/domain/access/subscription-report';
import type { Log } from '@/lib/log';
import type { TwitchApi } from '@/lib/twitch/helix/api';

/** The scope for Get Moderated Channels. */
const REQUIRED_SCOPE = 'user:read:moderated_channels';

/** The viewer, the streamer, and the scopes that the viewer has granted. */
export interface RoleRequest {
  viewerId: string;
  streamerId: string;
  scopes: readonly string[];
}

/**
 * The role of the viewer on a channel. If `isRoleKnown` is false, the viewer may be a moderator.
 */
export type ViewerRole = Pick<SubscriptionReport, 'role' | 'isRoleKnown'>;

const UNKNOWN: ViewerRole = { role: 'viewer', isRoleKnown: false };

/**
 * Reads the role of the viewer on a streamer's channel. Returns `viewer` if the scope is missing or
 * Helix does not answer: then some events may be left out, but none is requested without
 * permission.
 */
export async function readViewerRole(
  { viewerId, streamerId, scopes }: RoleRequest,
  api: Pick<TwitchApi, 'moderates'>,
  log: Log,
): Promise<ViewerRole> {
  if (viewerId === streamerId) return { role: 'streamer', isRoleKnown: true };
  if (!scopes.includes(REQUIRED_SCOPE)) return UNKNOWN;
  try {
    const role = (await api.moderates(streamerId)) ? 'moderator' : 'viewer';
    return { role, isRoleKnown: true };
  } catch (error) {
    log.warn('the role on the channel could not be read', error);
    return UNKNOWN;
  }
}
