import { isoTime } from '../core/clock.ts';
import type { Faults } from '../core/faults.ts';
import { hashToken } from '../core/token-hash.ts';
import type { Traffic } from '../core/traffic.ts';
import type { Joins } from '../eventsub/joins.ts';
import type { Session } from '../eventsub/sessions/session.ts';
import type { Sessions } from '../eventsub/sessions/sessions.ts';
import { type Subscription, type Subscriptions, totalCost } from '../eventsub/subscriptions.ts';
import type { ScenarioPlayer } from '../scenario/player.ts';
import type { Tokens } from '../world/tokens.ts';

/** The parts whose state `GET /state` shows. */
export interface StateSources {
  sessions: Pick<Sessions, 'all'>;
  subscriptions: Pick<Subscriptions, 'all' | 'enabledOfSession'>;
  tokens: Pick<Tokens, 'valid'>;
  joins: Pick<Joins, 'counts'>;
  traffic: Traffic;
  faults: Pick<Faults, 'all'>;
  player: Pick<ScenarioPlayer, 'progress'>;
}

function sessionState(session: Session, own: readonly Subscription[]) {
  const { id, state, owner, connection, keepaliveSeconds, outgoing, closeCode } = session;
  return {
    id,
    status: state,
    client_id: owner?.clientId ?? null,
    user_id: owner?.userId ?? null,
    connected_at: isoTime(connection.openedAt),
    keepalive_timeout_seconds: keepaliveSeconds,
    origin: connection.origin,
    sockets: outgoing.size + (connection.isOpen() ? 1 : 0),
    close_code: closeCode,
    subscription_ids: own.map(({ id }) => id),
    total_cost: totalCost(own),
  };
}

function subscriptionState(subscription: Subscription) {
  const { id, type, version, condition, status, cost, sessionId, createdAt } = subscription;
  return {
    id,
    type,
    version,
    status,
    cost,
    condition,
    session_id: sessionId,
    client_id: subscription.clientId,
    user_id: subscription.userId,
    created_at: isoTime(createdAt),
  };
}

/** Returns the body of `GET /state`. */
export function stateOf(sources: StateSources) {
  const { sessions, subscriptions, tokens, joins, traffic, faults, player } = sources;
  const listed = subscriptions.all();
  return {
    sessions: sessions.all().map((session) => {
      const own = subscriptions.enabledOfSession(session.id);
      return sessionState(session, own);
    }),
    subscriptions: listed.map(subscriptionState),
    tokens: tokens.valid().map(({ value, clientId, userId, scopes, expiresAt }) => ({
      sha256: hashToken(value),
      client_id: clientId,
      user_id: userId,
      scopes,
      expires_at: isoTime(expiresAt),
    })),
    requests: traffic.requests(),
    requests_by_method: traffic.requestsByMethod(),
    requests_by_minute: traffic.requestsByMinute(),
    requests_by_token: traffic.requestsByToken(),
    chat_joins: joins.counts(),
    inbound_frames: traffic.inboundFrames(),
    faults: faults.all(),
    scenario: player.progress(),
  };
}

export type SimulatorState = ReturnType<typeof stateOf>;
