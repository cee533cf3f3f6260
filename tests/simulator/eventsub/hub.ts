import type { Clock } from '../core/clock.ts';
import type { Faults } from '../core/faults.ts';
import type { Random } from '../core/random.ts';
import type { Token, Tokens } from '../world/tokens.ts';
import type { Frames } from './frames.ts';
import { fits, type Publication } from './matching.ts';
import { costOf, type Refusal, refusalOf, type SubscriptionRequest } from './policy.ts';
import type { Session, Sessions } from './sessions.ts';
import type { Subscription, Subscriptions } from './subscriptions.ts';

export type SubscribeResult = { subscription: Subscription } | { refusal: Refusal };

/** What can be done with subscriptions: create, end, and send events to them. */
export interface Hub {
  subscribe(request: SubscriptionRequest, token: Token): SubscribeResult;
  unsubscribe(subscription: Subscription): void;
  /** Ends the subscriptions with a revocation message, once each. */
  revoke(subscriptions: readonly Subscription[], status: string): void;
  /** Sends the event to every subscription it fits; answers with the ids of the messages sent. */
  publish(publication: Publication): string[];
  /** Sends a text as it is to every open socket; answers with their number. */
  broadcast(text: string): number;
}

export interface HubOptions {
  clock: Clock;
  random: Random;
  faults: Faults;
  frames: Frames;
  tokens: Tokens;
  sessions: Sessions;
  subscriptions: Subscriptions;
}

export function createHub(options: HubOptions): Hub {
  const { clock, random, faults, frames, tokens, sessions, subscriptions } = options;

  function create(request: SubscriptionRequest, token: Token, session: Session, cost: number) {
    const { type, version, condition } = request;
    const subscription: Subscription = {
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
    session.owner ??= { clientId: token.clientId, userId: token.userId };
    subscriptions.add(subscription);
    sessions.watchUse(session);
    return subscription;
  }

  function sessionOf(subscription: Subscription): Session | undefined {
    return sessions.byId(subscription.sessionId);
  }

  function watchUse(subscription: Subscription): void {
    const session = sessionOf(subscription);
    if (session) sessions.watchUse(session);
  }

  function notify(subscription: Subscription, publication: Publication): string[] {
    const connection = sessionOf(subscription)?.connection;
    const id = publication.message_id ?? frames.messageId();
    const message = { id, timestamp: publication.message_timestamp };
    const copies = faults.take('duplicate') ? 2 : 1;
    const text = frames.notification(subscription, publication.event, message);
    const isSent = Array.from({ length: copies }, () => connection?.send(text)).includes(true);
    return isSent ? [id] : [];
  }

  return {
    subscribe(request, token) {
      const session = sessions.byId(request.sessionId);
      const application = { request, token, session, tokens, subscriptions };
      const refusal = refusalOf(application);
      if (refusal) return { refusal };
      if (!session) throw new Error(`Session ${request.sessionId} was accepted but is unknown.`);
      return { subscription: create(request, token, session, costOf(application)) };
    },

    unsubscribe(subscription) {
      subscriptions.remove(subscription.id);
      watchUse(subscription);
    },

    revoke(revoked, status) {
      for (const subscription of revoked) {
        subscriptions.disable(subscription, status);
        sessionOf(subscription)?.connection.send(frames.revocation(subscription));
        watchUse(subscription);
      }
    },

    publish: (publication) =>
      subscriptions
        .enabled()
        .filter(
          ({ type, version }) =>
            type === publication.type && version === (publication.version ?? version),
        )
        .filter(({ type, condition }) => fits(type, condition, publication))
        .flatMap((subscription) => notify(subscription, publication)),

    broadcast: (text) =>
      sessions
        .all()
        .flatMap(({ connection, outgoing }) => [connection, ...outgoing])
        .map((connection) => connection.send(text))
        .filter(Boolean).length,
  };
}
