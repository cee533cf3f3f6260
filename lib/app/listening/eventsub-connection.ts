import type { Database } from '@/lib/db/database';
import { addSubscription, openSession } from '@/lib/db/session';
import type { Connection } from '@/lib/domain/connection/connection';
import type { Log } from '@/lib/log';
import type { SerialQueue } from '@/lib/serial-queue';
import type { Clock } from '@/lib/time';
import type { Notification } from '@/lib/twitch/eventsub/session/frame';
import {
  type EventSubSession,
  type SessionEvents,
  startSession,
} from '@/lib/twitch/eventsub/session/session';
import type { Socket } from '@/lib/twitch/eventsub/session/socket-connection';
import {
  createSubscription,
  type SubscriptionOutcome,
} from '@/lib/twitch/eventsub/subscriptions/create-subscription';
import type { PlannedSubscription } from '@/lib/twitch/eventsub/subscriptions/plan';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import { type BackoffStorage, openBackoffStore } from './backoff-store';
import { createConnectionStatus } from './connection-status';
import { deleteStaleSubscriptions } from './stale-subscriptions';

/**
 * Receives what arrives over the connection. This is all that a connection knows about the streamers
 * who use it.
 */
export interface EventSubReceiver {
  /**
   * Called when every planned subscription has an answer: from now on no event is missed. May be
   * called again before `disconnected`.
   */
  connected(): void;
  /** Called when no event can arrive. May be called again before `connected`. */
  disconnected(): void;
  /** Called for every frame, keepalives too. `sentAt` is in milliseconds since 1970. */
  frameReceived(sentAt: number): void;
  notificationReceived(notification: Notification): void;
  /** Called each time Twitch answers a request for a subscription. */
  subscriptionAnswered(key: string, answer: SubscriptionOutcome): void;
  /** Called when Twitch ends subscriptions. `status` is the reason in Twitch's words. */
  subscriptionsRevoked(keys: readonly string[], status: string): void;
}

/** The events of a connection that do not depend on a streamer. */
export interface EventSubConnectionEvents {
  connectionChanged(connection: Connection): void;
  /** Called when Twitch refuses the token, or may have: it has to be validated. */
  unauthorized(): void;
}

/** Options of {@link startEventSubConnection}. */
export interface EventSubConnectionOptions {
  subscriptions: readonly PlannedSubscription[];
  receiver: EventSubReceiver;
  events: EventSubConnectionEvents;
  backoffStorage: BackoffStorage;
  /** Identifies what this connection is for: the backoff of any other connection is ignored. */
  backoffKey: string;
  api: Pick<TwitchApi, 'createSubscription' | 'deleteSubscription' | 'subscriptionsOfType'>;
  db: Database;
  /** Database writes, in the order in which their causes happened. */
  writes: SerialQueue;
  openSocket(url: string): Socket;
  clock: Clock;
  /** Returns a number from 0 up to, but not including, 1. */
  random(): number;
  log: Log;
}

/** A connection to EventSub that lasts, over any number of sessions, until it is stopped. */
export interface EventSubConnection
  extends Pick<EventSubSession, 'check' | 'hurry' | 'frameErrors'> {
  /** Resolves when the backoff is deleted: the next connection starts without a delay. */
  stop(): Promise<void>;
}

/**
 * Connects to EventSub, subscribes, and passes on what arrives. Stores the session and the ids of its
 * subscriptions, so that the next worker can delete them.
 */
export async function startEventSubConnection(
  options: EventSubConnectionOptions,
): Promise<EventSubConnection> {
  const { subscriptions, api, db, writes, openSocket, clock, random, log } = options;
  const backoff = await openBackoffStore({
    storage: options.backoffStorage,
    key: options.backoffKey,
    log,
  });
  const session = startSession({
    plan: subscriptions,
    openSocket,
    subscribe: (planned, sessionId) => createSubscription(api, planned, sessionId),
    deleteStaleSubscriptions: async () => {
      try {
        // The ids of the session before may still wait to be written.
        await writes.idle();
        await deleteStaleSubscriptions(db, api, log);
      } catch (error) {
        // They use up budget, but part of the events is better than none.
        log.warn('stale subscriptions were not deleted', error);
      }
    },
    clock,
    random,
    earlier: backoff.earlier,
    events: { ...sessionEvents(options), backoffChanged: backoff.store },
  });
  return {
    ...session,
    stop: async () => {
      session.stop();
      await backoff.clear();
    },
  };
}

function sessionEvents({
  receiver,
  events,
  db,
  writes,
  log,
}: EventSubConnectionOptions): Omit<SessionEvents, 'backoffChanged'> {
  const reportStatus = createConnectionStatus(events.connectionChanged);
  return {
    stateChanged: (state) => {
      reportStatus(state);
      if (state.state === 'listening') receiver.connected();
      else receiver.disconnected();
    },
    frameReceived: receiver.frameReceived,
    sessionOpened: (sessionId) =>
      writes.enqueue('storing the session', () => openSession(db, sessionId)),
    subscriptionAnswered: ({ key }, answer) => {
      if (answer.outcome === 'enabled') {
        writes.enqueue('storing a subscription', () => addSubscription(db, answer.id));
      }
      receiver.subscriptionAnswered(key, answer);
    },
    notification: receiver.notificationReceived,
    revoked: ({ type, status }, keys) => {
      log.warn(`Twitch revoked ${type}: ${status}`);
      receiver.subscriptionsRevoked(keys, status);
      events.unauthorized();
    },
    unauthorized: events.unauthorized,
    frameDiscarded: (error) => log.warn(`discarded a frame: ${error}`),
  };
}
