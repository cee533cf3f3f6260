import type { Database } from '@/lib/db/database';
import { addSubscription, openSession } from '@/lib/db/session';
import type { Connection } from '@/lib/domain/connection/connection';
import type { Log } from '@/lib/log';
import type { SerialQueue } from '@/lib/serial-queue';
import type { Clock } from '@/lib/time';
import {
  type EventSubSession,
  type SessionEvents,
  startSession,
} from '@/lib/twitch/eventsub/session/session';
import type { Socket } from '@/lib/twitch/eventsub/socket/socket-connection';
import type { SubscriptionApi } from '@/lib/twitch/eventsub/subscriptions/create-subscription';
import {
  createSubscription,
  type SubscriptionOutcome,
} from '@/lib/twitch/eventsub/subscriptions/create-subscription';
import type { PlannedSubscription } from '@/lib/twitch/eventsub/subscriptions/plan';
import type { Notification } from '@/lib/twitch/payload/notification';
import { type BackoffStorage, openBackoffStore } from './backoff-store';
import { createConnectionStatus } from './connection-status';
import { deleteStaleSubscriptions } from './stale-subscriptions';

/**
 * Receives what arrives over a connection. A connection knows nothing else about the streamers that
 * it serves. Subscriptions are identified by their keys.
 */
export interface EventSubReceiver {
  /**
   * Called when every subscription has an answer: from now on no event is missed. May be called
   * several times in a row.
   */
  connected(): void;
  /** Called while events are missed: before `connected`, and when the connection is lost. */
  disconnected(): void;
  /** Called for every frame, also for keepalives. `sentAt` is in milliseconds since 1970. */
  frameReceived(sentAt: number): void;
  notificationReceived(notification: Notification): void;
  /** Called each time Twitch answers a request for a subscription. */
  subscriptionAnswered(key: string, answer: SubscriptionOutcome): void;
  /**
   * Called when Twitch revokes subscriptions. `status` is the reason.
   * See https://dev.twitch.tv/docs/eventsub/handling-websocket-events/
   */
  subscriptionsRevoked(keys: readonly string[], status: string): void;
}

/** The events of a connection that concern the account, not one of the streamers. */
export interface EventSubConnectionEvents {
  connectionChanged(connection: Connection): void;
  /** Called when the token may no longer be valid, so that it has to be validated. */
  unauthorized(): void;
}

/** Options of {@link startEventSubConnection}. */
export interface EventSubConnectionOptions {
  subscriptions: readonly PlannedSubscription[];
  receiver: EventSubReceiver;
  events: EventSubConnectionEvents;
  backoffStorage: BackoffStorage;
  /** A stored backoff with another key is ignored. */
  backoffKey: string;
  api: SubscriptionApi;
  db: Database;
  /** The queue of database writes, shared with the streamers of this connection. */
  writes: SerialQueue;
  openSocket(url: string): Socket;
  clock: Clock;
  /** Returns a number from 0 up to 1. */
  random(): number;
  log: Log;
}

/** A connection to EventSub. It opens a new session after each loss, until it is stopped. */
export interface EventSubConnection
  extends Pick<EventSubSession, 'check' | 'hurry' | 'frameErrors'> {
  /** Resolves when the stored backoff is deleted, so that the next connection has no delay. */
  stop(): Promise<void>;
}

/**
 * Connects to EventSub, creates the subscriptions, and passes on what arrives. Stores the ids of
 * the session and of its subscriptions, so that the next worker can delete them as stale.
 */
export async function startEventSubConnection(
  options: EventSubConnectionOptions,
): Promise<EventSubConnection> {
  const { subscriptions, receiver, events, api, db, writes, openSocket, clock, random, log } =
    options;
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
        // Ids of stale subscriptions may still be in the queue.
        await writes.idle();
        await deleteStaleSubscriptions(db, api, log);
      } catch (error) {
        // They count against the cost limit, but some subscriptions are better than none.
        log.warn('stale subscriptions were not deleted', error);
      }
    },
    clock,
    random,
    earlier: backoff.earlier,
    events: {
      ...sessionEvents({ receiver, events, db, writes, log }),
      backoffChanged: backoff.store,
    },
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
}: Pick<EventSubConnectionOptions, 'receiver' | 'events' | 'db' | 'writes' | 'log'>): Omit<
  SessionEvents,
  'backoffChanged'
> {
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
    notificationReceived: receiver.notificationReceived,
    subscriptionRevoked: ({ type, status }, keys) => {
      log.warn(`Twitch revoked ${type}: ${status}`);
      receiver.subscriptionsRevoked(keys, status);
      events.unauthorized();
    },
    unauthorized: events.unauthorized,
    frameDiscarded: (error) => log.warn(`discarded a frame: ${error}`),
  };
}
