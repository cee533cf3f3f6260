import { readAttendance } from '@/lib/db/attendance';
import type { AccountRecord, Database } from '@/lib/db/database';
import type { Connection } from '@/lib/domain/connection/connection';
import type { GapReason } from '@/lib/domain/history/gap';
import type { Log } from '@/lib/log';
import { createSerialQueue, type SerialQueue } from '@/lib/serial-queue';
import type { Clock } from '@/lib/time';
import type { Credentials } from '@/lib/twitch/auth/credentials';
import type { FrameErrorCounts } from '@/lib/twitch/eventsub/socket/frame-errors';
import type { Socket } from '@/lib/twitch/eventsub/socket/socket-connection';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import { type BackoffStorage, backoffKeyOf } from './backoff-store';
import { type EventSubConnectionEvents, startEventSubConnection } from './eventsub-connection';
import { type Attendance, type AttendanceEvents, createAttendance } from './gaps/attendance';
import { createListeningLooks } from './others/listening-looks';
import { createTurns } from './others/turns';
import type { StreamerListenerEvents } from './streamer-listener';
import { createStreamerListeners } from './streamer-listeners';
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

/** The events of a listener: those of its connection and those of its streamers. */
export interface ListenerEvents
  extends Omit<EventSubConnectionEvents, 'sessionOpened'>,
    AttendanceEvents,
    StreamerListenerEvents {
  /** Called when a session begins, with the token that its subscriptions will have. */
  sessionOpened(token: string): void;
}

/** Listens to some streamers with one account. */
export interface Listener {
  /** Whom it listens to now, and as whom. */
  readonly target: ListenTarget;
  /**
   * Listens to another target of the same sign-in: to other streamers, or to the same with another
   * plan or token. The connection stays. Throws what the database throws.
   */
  change(target: ListenTarget): Promise<void>;
  /** Resolves when the end of listening and its reason are stored. */
  stop(reason: GapReason): Promise<void>;
  /** Called with the latest names of the streamers. Listening goes on. */
  renamed(target: ListenTarget): void;
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
 * Starts listening over a connection of its own: at first to the most important streamer, and while
 * Twitch answers to the others. Throws what the database throws.
 */
export async function startListener(
  first: ListenTarget,
  dependencies: ListenerDependencies,
  events: ListenerEvents,
): Promise<Listener> {
  let target = first;
  const parts = await createParts(() => target.account, dependencies, events);
  const { writes, attendance, streamers, looks } = parts;
  const listenToAll = await streamers.start(first);
  const connection = await startEventSubConnection({
    ...parts,
    served: streamers.served(),
    backoffStorage: dependencies.backoff,
    backoffKey: backoffKeyOf(target),
  });

  function serve(): void {
    connection.serve(streamers.served(), backoffKeyOf(target));
    looks.streamersChanged();
  }

  async function stop(reason: GapReason): Promise<void> {
    looks.stop();
    streamers.stop();
    attendance.stop(reason);
    await Promise.all([connection.stop(), writes.idle()]);
  }

  await listenToAll().catch(async (error) => {
    await stop('disconnected');
    throw error;
  });
  if (first.streamers.length > 1) serve();

  return {
    get target() {
      return target;
    },
    change: async (next) => {
      if (next.account.token !== target.account.token) connection.tokenReplaced();
      target = next;
      await streamers.change(next);
      serve();
    },
    stop,
    renamed: streamers.renamed,
    check: () => {
      connection.check();
      looks.check();
    },
    hurry: connection.hurry,
    get frameErrors() {
      return { ...connection.frameErrors, unreadable_payload: streamers.unreadablePayloads() };
    },
  };
}

/** Creates what the streamers of a connection share, and the events of the connection. */
async function createParts(
  account: () => AccountRecord,
  dependencies: ListenerDependencies,
  events: ListenerEvents,
) {
  const { unauthorized } = events;
  const api = dependencies.apiFor(credentialsOf(account));
  const writes = createSerialQueue(dependencies.log);
  const attendance = await createStoredAttendance(dependencies, writes, events);
  const takeTurn = createTurns(dependencies.clock);
  const shared = { ...dependencies, api, writes, attendance, takeTurn };
  const streamers = createStreamerListeners({ ...shared, events });
  const { lookedUp, found, checkRecordings } = streamers;
  const looks = createListeningLooks({
    ...shared,
    streamers: lookedUp,
    found,
    checkRecordings,
    unauthorized,
  });
  return {
    ...shared,
    streamers,
    looks,
    events: {
      unauthorized,
      sessionOpened: () => events.sessionOpened(account().token),
      connectionChanged: (connection: Connection) => {
        looks.connectionChanged(connection);
        events.connectionChanged(connection);
      },
    },
  };
}

async function createStoredAttendance(
  dependencies: ListenerDependencies,
  writes: SerialQueue,
  { unwrittenSince, gapRecorded }: ListenerEvents,
): Promise<Attendance> {
  const record = await readAttendance(dependencies.db);
  return createAttendance({ ...dependencies, writes, record, unwrittenSince, gapRecorded });
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
  };
}
