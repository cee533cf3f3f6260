import { ROLES, type Role, type SubscriptionState } from '@/lib/domain/access/subscription-report';
import type { EventKind } from '@/lib/domain/event/event-kind';
import { CATALOG } from '../catalog/catalog';
import type { CatalogEntry, ConditionShape } from '../catalog/catalog-entry';
import { subscriptionKey } from './subscription-key';

/** A subscription to create at Twitch. */
export interface PlannedSubscription {
  /** The subscription key, unique within a plan. */
  key: string;
  type: string;
  version: string;
  condition: Record<string, string>;
  /** What it costs of the 10 that Twitch allows for channels of other users. */
  cost: 0 | 1;
  /** The kinds of event that are taken from it. */
  kinds: readonly EventKind[];
}

/** Options of {@link makePlan}. */
export interface PlanRequest {
  streamerId: string;
  viewerId: string;
  role: Role;
  /** The scopes of the token. */
  scopes: readonly string[];
  /** Returns true if events of a kind are recorded. */
  isWanted(kind: EventKind): boolean;
}

/** A type of the catalog, with the reason why it is requested or not. */
export interface PlannedType {
  /** The subscription key, unique within a plan. Also set for a type that is not requested. */
  key: string;
  type: string;
  kinds: readonly EventKind[];
  /** The kinds that are taken from it; empty if it is not requested. */
  taken: readonly EventKind[];
  state: Exclude<SubscriptionState, 'listening' | 'refused' | 'revoked'>;
}

/** The subscriptions to create, and the state of every type. */
export interface Plan {
  /** In the order in which they are created: the ones without a cost come first. */
  subscriptions: PlannedSubscription[];
  /** Every entry of the catalog. */
  types: PlannedType[];
}

/** The type that reports most events of a channel. */
export const CHAT_NOTICES = 'channel.chat.notification';

/**
 * Half of the 10 that Twitch allows, because an ended session counts for some time, and the next
 * one needs room next to it. See https://dev.twitch.tv/docs/eventsub/manage-subscriptions/
 */
const MAX_COST = 5;

/**
 * Chooses the subscriptions for a streamer: one type for each kind of event, the best one that the
 * role and the scopes allow, within the budget. Subscriptions without a cost come first, because
 * Twitch closes a socket that has no subscription after 10 seconds, and these need no budget.
 * See https://dev.twitch.tv/docs/eventsub/handling-websocket-events/
 */
export function makePlan(request: PlanRequest): Plan {
  const reported = new Set<string>();
  const bundles = new Set<string | undefined>();
  const subscriptions: PlannedSubscription[] = [];
  const types: PlannedType[] = [];
  let totalCost = 0;
  for (const entry of CATALOG) {
    const { type, version, kinds } = entry;
    const ownKinds = kinds.filter(
      (kind) => request.isWanted(kind) && !reported.has(topicOf(entry, kind)),
    );
    const cost = costOf(entry, request);
    const isAffordable =
      bundles.has(entry.bundle) || totalCost + costOfBundle(entry, request) <= MAX_COST;
    const state = stateOf(entry, request, ownKinds.length > 0, isAffordable);
    const condition = CONDITIONS[entry.condition](request);
    const key = subscriptionKey({ type, condition });
    types.push({ key, type, kinds, taken: state === 'waiting' ? ownKinds : [], state });
    if (state !== 'waiting') continue;
    totalCost += cost;
    if (entry.bundle !== undefined) bundles.add(entry.bundle);
    for (const kind of [...ownKinds, ...(entry.covers ?? [])]) reported.add(topicOf(entry, kind));
    subscriptions.push({ key, type, version, condition, cost, kinds: ownKinds });
  }
  return { subscriptions: subscriptions.toSorted((a, b) => a.cost - b.cost), types };
}

/** Identifies the events that only one type may report. Kind `other` differs by type. */
function topicOf({ type, part = '' }: CatalogEntry, kind: EventKind): string {
  return kind === 'other' ? `${kind} ${type}` : `${kind} ${part}`;
}

function stateOf(
  { role, scopes, kinds }: CatalogEntry,
  request: PlanRequest,
  hasOwnKinds: boolean,
  isAffordable: boolean,
): PlannedType['state'] {
  if (ROLES.indexOf(request.role) < ROLES.indexOf(role)) {
    return role === 'streamer' ? 'streamer_only' : 'needs_moderator';
  }
  if (!kinds.some(request.isWanted)) return 'switched_off';
  if (!hasOwnKinds) return 'covered_by_other';
  if (!scopes.every((scope) => request.scopes.includes(scope))) return 'needs_permission';
  return isAffordable ? 'waiting' : 'over_budget';
}

/**
 * A public type costs 1, or 0 if the streamer has authorized this application. This is only known of
 * a streamer who is also the viewer. See https://dev.twitch.tv/docs/eventsub/manage-subscriptions/
 */
function costOf({ scopes }: CatalogEntry, { role }: PlanRequest): 0 | 1 {
  return scopes.length > 0 || role === 'streamer' ? 0 : 1;
}

/** Returns the cost of an entry together with the other entries of its bundle. */
function costOfBundle(entry: CatalogEntry, request: PlanRequest): number {
  if (entry.bundle === undefined) return costOf(entry, request);
  return CATALOG.filter(({ bundle }) => bundle === entry.bundle).reduce(
    (sum, member) => sum + costOf(member, request),
    0,
  );
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

/** Returns true if the plan takes events of this kind from the type that has reported the event. */
export function isFromPlannedSource(
  { subscriptions }: Plan,
  event: { event_type: EventKind; source_type: string },
): boolean {
  // An unknown type or notice has no planned source.
  if (event.event_type === 'other') return true;
  return subscriptions.some(
    ({ type, kinds }) => type === event.source_type && kinds.includes(event.event_type),
  );
}
