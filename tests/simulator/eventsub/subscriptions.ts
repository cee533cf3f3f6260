import { type Clock, isoTime } from '../core/clock.ts';

/** Which keys of a condition have which value. */
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
  /** When it stopped being enabled. */
  disabledAt: number | null;
}

/** Whose limits count: Twitch counts by client id and user together. */
export type Pair = Pick<Subscription, 'clientId' | 'userId'>;

export interface Subscriptions {
  add(subscription: Subscription): void;
  remove(id: string): void;
  disable(subscription: Subscription, status: string): void;
  /** All that are listed: enabled ones, and disabled ones for a while. */
  all(): Subscription[];
  enabled(): Subscription[];
  enabledOfSession(sessionId: string): Subscription[];
  ofPair(pair: Pair): Subscription[];
}

export const MAX_TOTAL_COST = 10;

export function createSubscriptions(deps: {
  clock: Clock;
  disabledListedMs: number;
}): Subscriptions {
  const byId = new Map<string, Subscription>();
  const isListed = ({ disabledAt }: Subscription) =>
    disabledAt === null || disabledAt + deps.disabledListedMs > deps.clock.now();
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
      subscription.disabledAt = deps.clock.now();
    },
    enabledOfSession: (sessionId) => enabled().filter((one) => one.sessionId === sessionId),
    ofPair: ({ clientId, userId }) =>
      all().filter((one) => one.clientId === clientId && one.userId === userId),
  };
}

/** What the enabled subscriptions of a list cost together. */
export function totalCost(subscriptions: readonly Subscription[]): number {
  return subscriptions
    .filter(({ status }) => status === 'enabled')
    .reduce((sum, { cost }) => sum + cost, 0);
}

export function hasSameCondition(left: Condition, right: Condition): boolean {
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => left[key] === right[key]);
}

/** A subscription as frames carry it. */
export function subscriptionInFrame(subscription: Subscription) {
  const { id, status, type, version, cost, condition, sessionId, createdAt } = subscription;
  const transport = { method: 'websocket', session_id: sessionId };
  return { id, status, type, version, cost, condition, transport, created_at: isoTime(createdAt) };
}

/** A subscription as Helix answers with it; a disabled one says when its session ended. */
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
