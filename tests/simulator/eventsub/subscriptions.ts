import { type Clock, isoTime } from '../core/clock.ts';
import type { Timings } from '../core/timings.ts';

/** The condition of a subscription, value by key. */
export type Condition = Readonly<Record<string, string>>;

/** One subscription of one session, made with one token. */
export interface Subscription {
  id: string;
  type: string;
  version: string;
  condition: Condition;
  status: string;
  cost: number;
  createdAt: number;
  sessionId: string;
  connectedAt: number;
  tokenValue: string;
  clientId: string;
  userId: string;
  /** Milliseconds since 1970; null while the subscription is enabled. */
  disabledAt: number | null;
}

/**
 * The client and user of a subscription. Twitch applies its limits to both together, see
 * https://dev.twitch.tv/docs/eventsub/manage-subscriptions/
 */
export type Owner = Pick<Subscription, 'clientId' | 'userId'>;

export interface Subscriptions {
  add(subscription: Subscription): void;
  remove(id: string): void;
  disable(subscription: Subscription, status: string): void;
  /** Returns the listed subscriptions: enabled ones and, for some time, disabled ones. */
  all(): Subscription[];
  enabled(): Subscription[];
  enabledOfSession(sessionId: string): Subscription[];
  ofOwner(owner: Owner): Subscription[];
}

export const MAX_TOTAL_COST = 10;

/** Dependencies of createSubscriptions. */
export interface SubscriptionsOptions {
  clock: Clock;
  timings: Pick<Timings, 'disabledListedMs'>;
}

export function createSubscriptions({ clock, timings }: SubscriptionsOptions): Subscriptions {
  const byId = new Map<string, Subscription>();
  const isListed = ({ disabledAt }: Subscription) =>
    disabledAt === null || disabledAt + timings.disabledListedMs > clock.now();
  const all = () => [...byId.values()].filter(isListed);
  const enabled = () => all().filter(({ status }) => status === 'enabled');

  return {
    all,
    enabled,
    add(subscription) {
      for (const old of byId.values()) if (!isListed(old)) byId.delete(old.id);
      byId.set(subscription.id, subscription);
    },
    remove: (id) => void byId.delete(id),
    disable(subscription, status) {
      subscription.status = status;
      subscription.disabledAt = clock.now();
    },
    enabledOfSession: (sessionId) =>
      enabled().filter((subscription) => subscription.sessionId === sessionId),
    ofOwner: ({ clientId, userId }) =>
      all().filter((own) => own.clientId === clientId && own.userId === userId),
  };
}

/** Returns the total cost of the enabled subscriptions in a list. */
export function totalCost(subscriptions: readonly Subscription[]): number {
  return subscriptions
    .filter(({ status }) => status === 'enabled')
    .reduce((sum, { cost }) => sum + cost, 0);
}

export function hasSameCondition(left: Condition, right: Condition): boolean {
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => left[key] === right[key]);
}

/** Returns a subscription in the form that frames contain. */
export function subscriptionInFrame(subscription: Subscription) {
  const { id, status, type, version, cost, condition, sessionId, createdAt } = subscription;
  const transport = { method: 'websocket', session_id: sessionId };
  return { id, status, type, version, cost, condition, transport, created_at: isoTime(createdAt) };
}

/** Returns a subscription in Helix's form; if its session ended, with the time of the end. */
export function subscriptionInHelix(subscription: Subscription) {
  const { id, status, type, version, condition, createdAt, cost, disabledAt } = subscription;
  const transport = {
    method: 'websocket',
    session_id: subscription.sessionId,
    connected_at: isoTime(subscription.connectedAt),
    ...(disabledAt !== null && status.startsWith('websocket_')
      ? { disconnected_at: isoTime(disabledAt) }
      : {}),
  };
  return { id, status, type, version, condition, created_at: isoTime(createdAt), transport, cost };
}
