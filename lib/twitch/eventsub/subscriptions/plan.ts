import type { EventKind } from '@/lib/domain/event/event-kind';
import { CATALOG } from '../catalog/catalog';
import type { CatalogEntry } from '../catalog/catalog-entry';
import { conditionOf, costOf, type PlanRequest } from './plan-request';
import { type LookedUpPart, type PlannedState, partOf, stateOf } from './plan-state';
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

/** A type of the catalog, with the reason why it is requested or not. */
export interface PlannedType {
  /** The subscription key, unique within a plan. Also set for a type that is not requested. */
  key: string;
  type: string;
  kinds: readonly EventKind[];
  /** The kinds that are taken from it, or from Helix in its place; empty if they are not told. */
  taken: readonly EventKind[];
  state: PlannedState;
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
 *
 * A streamer who is not the favorite has only subscriptions without a cost, and only few of them
 * where the viewer has no role.
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
    const used = { cost: totalCost, count: subscriptions.length };
    const fits = bundles.has(entry.bundle) || hasRoom(entry, request, used);
    const state = stateOf(entry, request, { hasOwnKinds: ownKinds.length > 0, fits });
    const condition = conditionOf(entry.condition, request);
    const key = subscriptionKey({ type, condition });
    const isTold = state === 'waiting' || state === 'looked_up';
    types.push({ key, type, kinds, taken: isTold ? ownKinds : [], state });
    if (state !== 'waiting') continue;
    const cost = costOf(entry, request);
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

/** Returns true if the budget has room for an entry, together with the rest of its bundle. */
function hasRoom(
  entry: CatalogEntry,
  request: PlanRequest,
  used: { cost: number; count: number },
): boolean {
  const { bundle } = entry;
  const needed =
    bundle === undefined ? [entry] : CATALOG.filter((candidate) => candidate.bundle === bundle);
  const cost = needed.reduce((sum, member) => sum + costOf(member, request), used.cost);
  return cost <= MAX_COST && used.count + needed.length <= request.maxSubscriptions;
}

/** Returns true if the plan takes events of this kind from the type that has reported the event. */
export function isFromPlannedSource(
  { types }: Pick<Plan, 'types'>,
  event: { event_type: EventKind; source_type: string },
): boolean {
  // An unknown type or notice has no planned source.
  if (event.event_type === 'other') return true;
  return types.some(
    ({ type, taken }) => type === event.source_type && taken.includes(event.event_type),
  );
}

/** Returns the parts of the channel's state for which Helix has to be asked again and again. */
export function lookedUpParts({ types }: Pick<Plan, 'types'>): ReadonlySet<LookedUpPart> {
  const parts = types.map((type) => (type.state === 'looked_up' ? partOf(type) : null));
  return new Set(parts.filter((part) => part !== null));
}
