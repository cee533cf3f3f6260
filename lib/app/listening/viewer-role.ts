import type { SubscriptionReport } from '@/lib/domain/access/subscription-report';
import type { Log } from '@/lib/log';
import type { TwitchApi } from '@/lib/twitch/helix/api';

/** Right to ask Twitch which channels the viewer moderates. */
const MAY_ASK = 'user:read:moderated_channels';

/** What is known of the viewer for telling their role. */
export interface RoleQuestion {
  viewerId: string;
  streamerId: string;
  scopes: readonly string[];
}

/** What the viewer is on a channel, and whether that is certain. */
export type KnownRole = Pick<SubscriptionReport, 'role' | 'isRoleKnown'>;

const UNKNOWN: KnownRole = { role: 'viewer', isRoleKnown: false };

/**
 * What the viewer is on a streamer's channel, as far as Twitch may be asked. A viewer where it does
 * not answer: that is less than there could be, and never more than Twitch allows.
 */
export async function readViewerRole(
  { viewerId, streamerId, scopes }: RoleQuestion,
  api: Pick<TwitchApi, 'moderates'>,
  log: Log,
): Promise<KnownRole> {
  if (viewerId === streamerId) return { role: 'streamer', isRoleKnown: true };
  if (!scopes.includes(MAY_ASK)) return UNKNOWN;
  try {
    const role = (await api.moderates(streamerId)) ? 'moderator' : 'viewer';
    return { role, isRoleKnown: true };
  } catch (error) {
    log.warn('the role on the channel could not be read', error);
    return UNKNOWN;
  }
}
