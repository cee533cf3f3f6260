import { ROLES, type Role, type SubscriptionState } from '@/lib/domain/access/subscription-report';
import type { EventKind } from '@/lib/domain/event/event-kind';
import { CATALOG } from '../catalog/catalog';
import type { CatalogEntry, ConditionShape } from '../catalog/catalog-entry';
import { subscriptionKey } from './subscription-key';

/** One subscription to be made, as Twitch is asked for it. */
export interface PlannedSubscription {
  /** The subscription key, unique within a plan. */
  key: string;
  type: string;
  version: string;
  condition: Record<string, string>;
  /** Of the ten that a viewer has for somebody else's channel. */
  cost: 0 | 1;
  /** The kinds of event that are taken from it. */
  kinds: readonly EventKind[];
}

/** Who listens to whom, and with what rights. */
export interface PlanRequest {
  streamerId: string;
  viewerId: string;
  role: Role;
  scopes: readonly string[];
  /** Whether events of a kind are recorded at all. */
  isWanted(kind: EventKind): boolean;
}

/** A type of the catalog and why it is asked for, or is not. */
export interface PlannedType {
  /** The key of the subscription, also if it is not asked for. Unique within a plan. */
  key: string;
  type: string;
  kinds: readonly EventKind[];
  /** Those of them that are taken from it; none where it is not asked for. */
  taken: readonly EventKind[];
  state: Exclude<SubscriptionState, 'listening' | 'refused' | 'revoked'>;
}

/** What is asked for, and what is not and why. */
export interface Plan {
  /** In the order they are made: what costs nothing first. */
  subscriptions: PlannedSubscription[];
  /** Every type of the catalog. */
  types: PlannedType[];
}

/** The type without which most of what happens on a channel can't be heard. */
export const CHAT_NOTICES = 'channel.chat.notification';

/** A dead session still counts for a while, and the next one has to fit beside it into ten. */
const COST_AT_MOST = 5;

/**
 * Chooses the subscriptions for a streamer: one source for each kind of event, the best that role and
 * granted scopes allow, within the budget. What costs nothing comes first, so that Twitch's deadline
 * for the first subscription is met without budget.
 */
export function makePlan(who: PlanRequest): Plan {
  const told = new Set<string>();
  const bundles = new Set<string | undefined>();
  const subscriptions: PlannedSubscription[] = [];
  const types: PlannedType[] = [];
  let cost = 0;
  for (const entry of CATALOG) {
    const { type, version, kinds } = entry;
    const own = kinds.filter((kind) => who.isWanted(kind) && !told.has(thingOf(entry, kind)));
    const price = costOf(entry, who);
    const isAffordable =
      bundles.has(entry.bundle) || cost + priceOfBundle(entry, who) <= COST_AT_MOST;
    const state = stateOf(entry, who, own.length > 0, isAffordable);
    const condition = CONDITIONS[entry.condition](who);
    const key = subscriptionKey({ type, condition });
    types.push({ key, type, kinds, taken: state === 'waiting' ? own : [], state });
    if (state !== 'waiting') continue;
    cost += price;
    if (entry.bundle !== undefined) bundles.add(entry.bundle);
    for (const kind of [...own, ...(entry.covers ?? [])]) told.add(thingOf(entry, kind));
    subscriptions.push({ key, type, version, condition, cost: price, kinds: own });
  }
  return { subscriptions: subscriptions.toSorted((a, b) => a.cost - b.cost), types };
}

/** What must not be told twice. What has no kind of its own is told by one type alone. */
function thingOf({ type, part = '' }: CatalogEntry, kind: EventKind): string {
  return kind === 'other' ? `${kind} ${type}` : `${kind} ${part}`;
}

function stateOf(
  { role, scopes, kinds }: CatalogEntry,
  who: PlanRequest,
  tellsMore: boolean,
  isAffordable: boolean,
): PlannedType['state'] {
  if (ROLES.indexOf(who.role) < ROLES.indexOf(role)) {
    return role === 'streamer' ? 'streamer_only' : 'needs_moderator';
  }
  if (!kinds.some(who.isWanted)) return 'switched_off';
  if (!tellsMore) return 'covered_by_other';
  if (!scopes.every((scope) => who.scopes.includes(scope))) return 'needs_permission';
  return isAffordable ? 'waiting' : 'over_budget';
}

/** What is public costs one of ten, unless whom it is about has let this application in. */
function costOf({ scopes }: CatalogEntry, { role }: PlanRequest): 0 | 1 {
  return scopes.length > 0 || role === 'streamer' ? 0 : 1;
}

/** What an entry costs with all that it is of use with. */
function priceOfBundle(entry: CatalogEntry, who: PlanRequest): number {
  if (entry.bundle === undefined) return costOf(entry, who);
  return CATALOG.filter(({ bundle }) => bundle === entry.bundle).reduce(
    (sum, one) => sum + costOf(one, who),
    0,
  );
}

type ConditionOf = (who: PlanRequest) => Record<string, string>;

const CONDITIONS: Readonly<Record<ConditionShape, ConditionOf>> = {
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

/** Whether an event is taken from where it came, or left to the source that the plan has chosen. */
export function isFromPlannedSource(
  { subscriptions }: Plan,
  event: { event_type: EventKind; source_type: string },
): boolean {
  // What nobody here has heard of has no source of its own.
  if (event.event_type === 'other') return true;
  return subscriptions.some(
    ({ type, kinds }) => type === event.source_type && kinds.includes(event.event_type),
  );
}
