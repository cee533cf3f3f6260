import type { Database } from '@/lib/db/database';
import { addSubscription, openSession, retireSubscriptions } from '@/lib/db/session';
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
import { createSubscription } from '@/lib/twitch/eventsub/subscriptions/create-subscription';
import type { PlannedSubscription } from '@/lib/twitch/eventsub/subscriptions/plan';
import { type BackoffStorage, openBackoffStore } from './backoff-store';
import { createConnectionStatus } from './connection-status';
import type { Attendance } from './gaps/attendance';
import { createServedConnections } from './served-connections';
import { forEachOwner, recipientOf, type ServedStreamer } from './served-streamers';
import { deleteStaleSubscriptions } from './stale-subscriptions';

/** The events of a connection that concern the account, not one of the streamers. */
export interface EventSubConnectionEvents {
  connectionChanged(connection: Connection): void;
  /** Called when Twitch opens a new session, which has no subscriptions yet. */
  sessionOpened(): void;
  /** Called when the token may no longer be valid, so that it has to be validated. */
  unauthorized(): void;
}

/** Options of {@link startEventSubConnection}. */
export interface EventSubConnectionOptions {
  /** Whom to listen to at first, the most important streamer first. */
  served: readonly ServedStreamer[];
  events: EventSubConnectionEvents;
  attendance: Pick<Attendance, 'frameReceived' | 'connectionLost'>;
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
  extends Pick<EventSubSession, 'check' | 'hurry' | 'frameErrors' | 'tokenReplaced'> {
  /**
   * Replaces the streamers and their subscriptions, the most important streamer first. The session
   * goes on, so nothing is missed of what stays.
   */
  serve(served: readonly ServedStreamer[], backoffKey: string): void;
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
  const { api, db, writes, log } = options;
  let { served } = options;
  const backoff = await openBackoffStore({
    storage: options.backoffStorage,
    key: options.backoffKey,
    log,
  });
  const connections = createServedConnections(
    () => served,
    createConnectionStatus(options.events.connectionChanged),
  );
  const session = startSession({
    ...options,
    plan: planOf(served),
    subscribe: (planned, sessionId) => createSubscription(api, planned, sessionId),
    ...createDeletions({ api, db, writes, log }),
    earlier: backoff.earlier,
    events: {
      ...sessionEvents({ ...options, served: () => served }),
      stateChanged: (state) => {
        connections.sessionChanged(state);
        if (state.state !== 'listening') options.attendance.connectionLost();
      },
      subscriptionsChanged: connections.subscriptionsChanged,
      backoffChanged: backoff.store,
    },
  });
  return {
    ...session,
    serve: (next, backoffKey) => {
      served = next;
      backoff.changeKey(backoffKey);
      connections.servedChanged();
      session.changePlan(planOf(next));
    },
    stop: async () => {
      session.stop();
      await backoff.clear();
    },
  };
}

function planOf(served: readonly ServedStreamer[]): PlannedSubscription[] {
  return served.flatMap(({ subscriptions }) => subscriptions);
}

/** Returns the two ways in which a session deletes subscriptions. They never throw. */
function createDeletions({
  api,
  db,
  writes,
  log,
}: Pick<EventSubConnectionOptions, 'api' | 'db' | 'writes' | 'log'>) {
  async function deleteStale(): Promise<void> {
    try {
      // Ids of stale subscriptions may still be in the queue.
      await writes.idle();
      await deleteStaleSubscriptions(db, api, log);
    } catch (error) {
      // They count against the cost limit, but some subscriptions are better than none.
      log.warn('stale subscriptions were not deleted', error);
    }
  }
  return {
    deleteStaleSubscriptions: deleteStale,
    unsubscribe: async (ids: readonly string[]) => {
      // Stored first: if Twitch does not answer now, they are deleted later.
      writes.enqueue('storing which subscriptions to delete', () => retireSubscriptions(db, ids));
      await deleteStale();
    },
  };
}

function sessionEvents({
  served,
  events,
  attendance,
  db,
  writes,
  log,
}: Pick<EventSubConnectionOptions, 'events' | 'attendance' | 'db' | 'writes' | 'log'> & {
  served(): readonly ServedStreamer[];
}): Omit<SessionEvents, 'stateChanged' | 'subscriptionsChanged' | 'backoffChanged'> {
  return {
    frameReceived: attendance.frameReceived,
    sessionOpened: (sessionId) => {
      writes.enqueue('storing the session', () => openSession(db, sessionId));
      events.sessionOpened();
    },
    subscriptionAnswered: ({ key }, answer) => {
      if (answer.outcome === 'enabled') {
        writes.enqueue('storing a subscription', () => addSubscription(db, answer.id));
      }
      forEachOwner([key], served(), (receiver) => receiver.subscriptionAnswered(key, answer));
    },
    notificationReceived: (notification) =>
      recipientOf(notification, served())?.receiver.notificationReceived(notification),
    subscriptionRevoked: ({ type, status }, keys) => {
      log.warn(`Twitch revoked ${type}: ${status}`);
      forEachOwner(keys, served(), (receiver, own) => receiver.subscriptionsRevoked(own, status));
      events.unauthorized();
    },
    unauthorized: events.unauthorized,
    frameDiscarded: (error) => log.warn(`discarded a frame: ${error}`),
  };
}
