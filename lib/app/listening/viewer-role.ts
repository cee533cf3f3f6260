import type { SubscriptionReport } from '@/lib/domain/access/subscription-report';
import type { Log } from '@/lib/log';
import type { TwitchApi } from '@/lib/twitch/helix/api';

/** The scope for Get Moderated Channels. */
const REQUIRED_SCOPE = 'user:read:moderated_channels';

/**
 * The role of the viewer on a channel. If `isRoleKnown` is false, the viewer may be a moderator.
 */
export type ViewerRole = Pick<SubscriptionReport, 'role' | 'isRoleKnown'>;

/** The role of a viewer as long as Twitch does not tell it. */
export const UNKNOWN_ROLE: ViewerRole = { role: 'viewer', isRoleKnown: false };

/** Options of {@link createRoleReader}. */
export interface RoleReaderOptions {
  viewerId: string;
  /** The scopes that the viewer has granted. */
  scopes: readonly string[];
  api: Pick<TwitchApi, 'moderatedChannels'>;
  log: Log;
}

/** Reads the roles of the viewer on any number of channels with one request. */
export interface RoleReader {
  /**
   * Returns `viewer` if the scope is missing or Helix does not answer: then some events may be left
   * out, but none is requested without permission.
   */
  roleOn(streamerId: string): Promise<ViewerRole>;
}

/**
 * Creates a reader for one round of plans: it asks Twitch at most once, and when it is first needed.
 */
export function createRoleReader({ viewerId, scopes, api, log }: RoleReaderOptions): RoleReader {
  let moderated: Promise<ReadonlySet<string> | null> | null = null;

  /** Returns the ids of the moderated channels; `null` if they are not known. */
  async function readModerated(): Promise<ReadonlySet<string> | null> {
    if (!scopes.includes(REQUIRED_SCOPE)) return null;
    try {
      return new Set(await api.moderatedChannels());
    } catch (error) {
      log.warn('the moderated channels could not be read', error);
      return null;
    }
  }

  return {
    roleOn: async (streamerId) => {
      if (viewerId === streamerId) return { role: 'streamer', isRoleKnown: true };
      moderated ??= readModerated();
      const ids = await moderated;
      if (ids === null) return UNKNOWN_ROLE;
      return { role: ids.has(streamerId) ? 'moderator' : 'viewer', isRoleKnown: true };
    },
  };
}
