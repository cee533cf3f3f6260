import type { Role } from '@/lib/domain/access/subscription-report';
import type { EventKind } from '@/lib/domain/event/event-kind';

/** The ids in the condition of a subscription. */
export type ConditionShape =
  | 'channel'
  | 'channel_and_user'
  | 'channel_and_moderator'
  | 'raid_from'
  | 'raid_to';

/**
 * One EventSub type that this project can subscribe to.
 * See https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/
 */
export interface CatalogEntry {
  type: string;
  version: string;
  condition: ConditionShape;
  /** The least role on the channel that Twitch sends it to. */
  role: Role;
  /**
   * The token needs all of these scopes. A type without scopes is public, and costs 1 of the 10
   * that Twitch allows: https://dev.twitch.tv/docs/eventsub/manage-subscriptions/
   */
  scopes: readonly string[];
  /** Types with the same bundle are useful only together, so all or none of them fit the budget. */
  bundle?: string;
  /** The kinds of event that it reports. */
  kinds: readonly EventKind[];
  /** The part of its kinds that it reports, if another type reports a different part of them. */
  part?: string;
  /** Kinds of other types that report the same acts again. */
  covers?: readonly EventKind[];
}

/** The fields that several types share. */
type Common = Omit<CatalogEntry, 'type' | 'kinds'>;

/** Creates entries that differ only in type and kinds. */
export function family(
  types: Readonly<Record<string, readonly EventKind[]>>,
  common: Common,
): CatalogEntry[] {
  return Object.entries(types).map(([type, kinds]) => ({ ...common, type, kinds }));
}

/** Types for every viewer, without a scope. */
export const PUBLIC = {
  version: '1',
  condition: 'channel',
  role: 'viewer',
  scopes: [],
} as const satisfies Common;

/** Types for every viewer with a token that may read chat. */
export const IN_CHAT = {
  version: '1',
  condition: 'channel_and_user',
  role: 'viewer',
  scopes: ['user:read:chat'],
} as const satisfies Common;

/** Creates the common fields of types for moderators and the streamer. */
export function forModerators(scopes: readonly string[], version = '1'): Common {
  return { version, condition: 'channel_and_moderator', role: 'moderator', scopes };
}

/** Creates the common fields of types for the streamer only. */
export function forStreamer(scopes: readonly string[], version = '1'): Common {
  return { version, condition: 'channel', role: 'streamer', scopes };
}
