import type { Clock } from '../core/clock.ts';
import type { Random } from '../core/random.ts';
import type { Channels } from '../world/channels.ts';
import type { Token, Tokens } from '../world/tokens.ts';
import type { Frames } from './frames.ts';
import { type Joins, joinsChat } from './joins.ts';
import { costOf, type Refusal, refusalOf, type SubscriptionRequest } from './policy.ts';
import type { Session } from './sessions/session.ts';
import type { Sessions } from './sessions/sessions.ts';
import type { Subscription, Subscriptions } from './subscriptions.ts';

export type SubscribeResult = { subscription: Subscription } | { refusal: Refusal };

/** Creates and ends subscriptions. */
export interface Hub {
  subscribe(request: SubscriptionRequest, token: Token): SubscribeResult;
  unsubscribe(subscription: Subscription): void;
  /** Ends each subscription and sends its revocation message. */
  revoke(subscriptions: readonly Subscription[], status: string): void;
}

/** Dependencies of createHub. */
export interface HubOptions {
  clock: Clock;
  random: Random;
  frames: Pick<Frames, 'revocation'>;
  tokens: Pick<Tokens, 'hasAuthorized'>;
  channels: Pick<Channels, 'byId'>;
  joins: Pick<Joins, 'mayJoin' | 'add'>;
  sessions: Pick<Sessions, 'byId' | 'watchUse'>;
  subscriptions: Subscriptions;
}

interface Accepted {
  request: SubscriptionRequest;
  token: Token;
  session: Session;
  cost: number;
}

function newSubscription(accepted: Accepted, { clock, random }: HubOptions): Subscription {
  const { request, token, session, cost } = accepted;
  const { type, version, condition } = request;
  return {
    id: random.uuid(),
    type,
    version,
    condition,
    cost,
    status: 'enabled',
    createdAt: clock.now(),
    sessionId: session.id,
    connectedAt: session.connection.openedAt,
    tokenValue: token.value,
    clientId: token.clientId,
    userId: token.userId,
    disabledAt: null,
  };
}

export function createHub(options: HubOptions): Hub {
  const { frames, tokens, channels, joins, sessions, subscriptions } = options;

  function create(accepted: Accepted): Subscription {
    const { session, token } = accepted;
    const subscription = newSubscription(accepted, options);
    session.owner ??= { clientId: token.clientId, userId: token.userId };
    subscriptions.add(subscription);
    if (joinsChat(subscription.type)) joins.add(token.userId);
    sessions.watchUse(session);
    return subscription;
  }

  function watchSessionOf({ sessionId }: Subscription): void {
    const session = sessions.byId(sessionId);
    if (session) sessions.watchUse(session);
  }

  return {
    subscribe(request, token) {
      const session = sessions.byId(request.sessionId);
      const application = { request, token, session, tokens, channels, joins, subscriptions };
      const refusal = refusalOf(application);
      if (refusal) return { refusal };
      if (!session) throw new Error(`Session ${request.sessionId} was accepted but is unknown.`);
      return { subscription: create({ request, token, session, cost: costOf(application) }) };
    },

    unsubscribe(subscription) {
      subscriptions.remove(subscription.id);
      watchSessionOf(subscription);
    },

    revoke(revoked, status) {
      for (const subscription of revoked) {
        subscriptions.disable(subscription, status);
        sessions.byId(subscription.sessionId)?.connection.send(frames.revocation(subscription));
        watchSessionOf(subscription);
      }
    },
  };
}
