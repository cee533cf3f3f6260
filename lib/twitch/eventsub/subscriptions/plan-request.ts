import type { Role } from '@/lib/domain/access/subscription-report';
import type { EventKind } from '@/lib/domain/event/event-kind';
import type { CatalogEntry, ConditionShape } from '../catalog/catalog-entry';

/** Whose events are planned, for whom, and what is allowed. */
export interface PlanRequest {
  streamerId: string;
  viewerId: string;
  role: Role;
  /** The scopes of the token. */
  scopes: readonly string[];
  /** False for one of the other streamers, whose subscriptions must not cost anything. */
  isFavorite: boolean;
  /** For other streamers: true if every line of their chat is requested, because of the cheers. */
  recordsCheers: boolean;
  /** How many subscriptions of the session are left for this streamer. */
  maxSubscriptions: number;
  /** Returns true if events of a kind are recorded. */
  isWanted(kind: EventKind): boolean;
}

/**
 * A public type costs 1, or 0 if the streamer has authorized this application. This is only known of
 * a streamer who is also the viewer. See https://dev.twitch.tv/docs/eventsub/manage-subscriptions/
 */
export function costOf(
  { scopes }: Pick<CatalogEntry, 'scopes'>,
  { role }: Pick<PlanRequest, 'role'>,
): 0 | 1 {
  return scopes.length > 0 || role === 'streamer' ? 0 : 1;
}

type CreateCondition = (request: PlanRequest) => Record<string, string>;

const CONDITIONS: Readonly<Record<ConditionShape, CreateCondition>> = {
  channel: ({ streamerId }) => ({ broadcaster_user_id: streamerId }),
  channel_and_user: ({ streamerId, viewerId }) => ({
    broadcaster_user_id: streamerId,
    user_id: viewerId,
  }),
  channel_and_moderator: ({ streamerId, viewerId }) => ({
    broadcaster_user_id: streamerId,
    moderator_user_id: viewerId,
  }),
  raid_from: ({ streamerId }) => ({ from_broadcaster_user_id: streamerId }),
  raid_to: ({ streamerId }) => ({ to_broadcaster_user_id: streamerId }),
};

/** Returns the condition of a subscription with the ids of the request. */
export function conditionOf(shape: ConditionShape, request: PlanRequest): Record<string, string> {
  return CONDITIONS[shape](request);
}
