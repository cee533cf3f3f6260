import { readAttendance } from '@/lib/db/attendance';
import type { AccountRecord, Database } from '@/lib/db/database';
import { deleteSubscriptionReport } from '@/lib/db/subscription-report';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { GapReason } from '@/lib/domain/history/gap';
import type { Log } from '@/lib/log';
import { createSerialQueue, type SerialQueue } from '@/lib/serial-queue';
import type { Clock } from '@/lib/time';
import type { Credentials } from '@/lib/twitch/auth/auth-provider';
import type { FrameErrorCounts } from '@/lib/twitch/eventsub/socket/frame-errors';
import type { Socket } from '@/lib/twitch/eventsub/socket/socket-connection';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import { type BackoffStorage, backoffKeyOf } from './backoff-store';
import { type EventSubConnectionEvents, startEventSubConnection } from './eventsub-connection';
import {
  type Attendance,
  type AttendanceEvents,
  type AttendanceOptions,
  createAttendance,
} from './gaps/attendance';
import type { ServedStreamer } from './served-streamers';
import { createStreamerListener, type StreamerListenerEvents } from './streamer-listener';
import type { ListenTarget } from './streamer-plan';

/** Dependencies of {@link startListener}. */
export interface ListenerDependencies {
  db: Database;
  clock: Clock;
  /** Returns a number from 0 up to 1. */
  random(): number;
  openSocket(url: string): Socket;
  apiFor(credentials: Credentials): TwitchApi;
  backoff: BackoffStorage;
  log: Log;
}

/** The events of a listener: those of its connection and those of its streamer. */
export interface ListenerEvents
  extends Omit<EventSubConnectionEvents, 'sessionOpened'>,
    AttendanceEvents,
    StreamerListenerEvents {
  /** Called when a session begins, with the token that its subscriptions will have. */
  sessionOpened(token: string): void;
}

/** Listens to one streamer at a time with one account. */
export interface Listener {
  /** Whom it listens to now, and as whom. */
  readonly target: ListenTarget;
  /**
   * Listens to another target of the same sign-in: to another streamer, or to the same one with
   * another plan or token. The connection stays. Throws what the database throws.
   */
  change(target: ListenTarget): Promise<void>;
  /** Resolves when the end of listening and its reason are stored. */
  stop(reason: GapReason): Promise<void>;
  /** Called with the streamer's latest names. Listening goes on. */
  renamed(streamer: Streamer): void;
  /** Catches up with timers that did not run, as after sleep. */
  check(): void;
  /** Retries immediately if it waits for a network. */
  hurry(): void;
  /**
   * The number of discarded frames by reason, and of payloads that were not understood. The numbers
   * grow while the listener runs.
   */
  readonly frameErrors: FrameErrorCounts & { unreadable_payload: number };
}

/**
 * Starts listening to a streamer over a connection of its own. Throws what the database throws.
 */
export async function startListener(
  first: ListenTarget,
  dependencies: ListenerDependencies,
  events: ListenerEvents,
): Promise<Listener> {
  let target = first;
  const api = dependencies.apiFor(credentialsOf(() => target.account));
  const writes = createSerialQueue(dependencies.log);
  const shared = await shareAttendance({ ...dependencies, api, writes }, events);
  const listenTo = async () => await createStreamerListener({ ...shared, target, events });

  let streamerListener = await listenTo();
  let earlierUnreadable = 0;
  const served = (): ServedStreamer[] => {
    const { subscriptions } = streamerListener.plan;
    return [{ streamerId: target.streamer.id, subscriptions, receiver: streamerListener }];
  };
  const connection = await startEventSubConnection({
    ...shared,
    served: served(),
    events: { ...events, sessionOpened: () => events.sessionOpened(target.account.token) },
    backoffStorage: dependencies.backoff,
    backoffKey: backoffKeyOf(target),
  });

  async function changeStreamer({ id }: Streamer): Promise<void> {
    connection.pause();
    streamerListener.stop();
    forget(id, shared);
    earlierUnreadable += streamerListener.unreadablePayloads();
    // What is known of the next one may still be in the queue.
    await writes.idle();
    streamerListener = await listenTo();
  }

  return {
    ...connection,
    get target() {
      return target;
    },
    renamed: (streamer) => streamerListener.renamed(streamer),
    get frameErrors() {
      const unreadable_payload = earlierUnreadable + streamerListener.unreadablePayloads();
      return { ...connection.frameErrors, unreadable_payload };
    },
    change: async (next) => {
      const before = target;
      target = next;
      if (next.account.token !== before.account.token) connection.tokenReplaced();
      if (next.streamer.id === before.streamer.id) await streamerListener.replan(next);
      else await changeStreamer(before.streamer);
      connection.serve(served(), backoffKeyOf(next));
    },
    stop: async (reason) => {
      streamerListener.stop();
      shared.attendance.stop(reason);
      await Promise.all([connection.stop(), writes.idle()]);
    },
  };
}

/** Adds an attendance, which goes on where the listener before has ended. */
async function shareAttendance<
  Shared extends Omit<AttendanceOptions, 'record' | keyof AttendanceEvents>,
>(
  shared: Shared,
  { unwrittenSince, gapRecorded }: AttendanceEvents,
): Promise<Shared & { attendance: Attendance }> {
  const record = await readAttendance(shared.db);
  const attendance = createAttendance({ ...shared, record, unwrittenSince, gapRecorded });
  return { ...shared, attendance };
}

interface Forgetting {
  db: Database;
  writes: SerialQueue;
  attendance: Attendance;
}

function forget(streamerId: string, { db, writes, attendance }: Forgetting): void {
  attendance.remove(streamerId, 'other_favorite');
  writes.enqueue('deleting a subscription report', () => deleteSubscriptionReport(db, streamerId));
}

/** Returns credentials that always have the latest token of the sign-in. */
function credentialsOf(account: () => AccountRecord): Credentials {
  const { id: userId, clientId } = account();
  return {
    userId,
    clientId,
    get token() {
      return account().token;
    },
    get scopes() {
      return account().scopes;
    },
  };
}
