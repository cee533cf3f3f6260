import type { Role } from '@/lib/domain/access/subscription-report';
import type { EventKind } from '@/lib/domain/event/event-kind';

/** Which ids a subscription is asked for with. */
export type ConditionShape =
  | 'channel'
  | 'channel_and_user'
  | 'channel_and_moderator'
  | 'raid_from'
  | 'raid_to';

/** An EventSub type as Twitch offers it. */
export interface CatalogEntry {
  type: string;
  version: string;
  condition: ConditionShape;
  /** Least role on the channel that Twitch sends it to. */
  role: Role;
  /** All of these must be granted. None: it is public, and costs one of ten for a foreign channel. */
  scopes: readonly string[];
  /** Types of one bundle are of use only together: they fit into the budget all, or none does. */
  bundle?: string;
  /** Kinds of event it tells. */
  kinds: readonly EventKind[];
  /** Which events of its kinds, where another type tells others of the same kind. */
  part?: string;
  /** Kinds by which other types tell the same acts once more. */
  covers?: readonly EventKind[];
}

/** What types have in common. */
type Common = Omit<CatalogEntry, 'type' | 'kinds'>;

/** Types that differ in nothing but their names and what they tell. */
export function family(
  types: Readonly<Record<string, readonly EventKind[]>>,
  common: Common,
): CatalogEntry[] {
  return Object.entries(types).map(([type, kinds]) => ({ ...common, type, kinds }));
}

/** Types that anybody may have. */
export const PUBLIC = {
  version: '1',
  condition: 'channel',
  role: 'viewer',
  scopes: [],
} as const satisfies Common;

/** Types for whoever may read the chat. */
export const IN_CHAT = {
  version: '1',
  condition: 'channel_and_user',
  role: 'viewer',
  scopes: ['user:read:chat'],
} as const satisfies Common;

/** Types for moderators and the streamer. */
export function forModerators(scopes: readonly string[], version = '1'): Common {
  return { version, condition: 'channel_and_moderator', role: 'moderator', scopes };
}

/** Types for the streamer alone. */
export function forStreamer(scopes: readonly string[], version = '1'): Common {
  return { version, condition: 'channel', role: 'streamer', scopes };
}
