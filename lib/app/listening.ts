import { channelOf, storeStreamer, updateChannel } from '@/lib/db/channels';
import type { AccountRecord, ChannelRecord, Database } from '@/lib/db/database';
import { storeReceiving, updateType } from '@/lib/db/receiving';
import { addSubscription, openSession } from '@/lib/db/session';
import { type ChannelState, NOTHING_KNOWN, type Streamer } from '@/lib/domain/channel';
import type { Connection } from '@/lib/domain/connection';
import type { StreamEvent } from '@/lib/domain/event';
import type { GapReason } from '@/lib/domain/gap';
import { isRecorded, type Recording } from '@/lib/domain/recording';
import type { Log } from '@/lib/log';
import type { Clock } from '@/lib/time';
import type { TwitchApi } from '@/lib/twitch/api';
import type { Credentials } from '@/lib/twitch/auth-provider';
import { toEvent } from '@/lib/twitch/events/to-event';
import type { Socket } from '@/lib/twitch/eventsub/connection';
import type { FaultCounts } from '@/lib/twitch/eventsub/fault-counts';
import type { Notification } from '@/lib/twitch/eventsub/frame';
import { isTakenFrom, makePlan, type Plan } from '@/lib/twitch/eventsub/plan';
import { startSession } from '@/lib/twitch/eventsub/session';
import { subscribe } from '@/lib/twitch/eventsub/subscribe';
import { createAttendance } from './attendance';
import { type BackoffStore, keepBackoff } from './backoff-keeper';
import { createBookkeeping } from './bookkeeping';
import { startCatchUp } from './catch-up';
import { watchChannel } from './channel-watch';
import { createConnectionTeller } from './connection-teller';
import { deleteLeftovers } from './leftovers';
import { receivingOf, stateAfter } from './receiving-state';
import { roleOn } from './role';
import { sourcesFor } from './sources';

/** What listening needs of the world. */
export interface ListeningTools {
  db: Database;
  clock: Clock;
  /** From 0 up to 1. */
  random(): number;
  openSocket(url: string): Socket;
  apiFor(credentials: Credentials): TwitchApi;
  backoff: BackoffStore;
  log: Log;
}

/** Whom listening tells. */
export interface ListeningEvents {
  record(event: StreamEvent): void;
  /** When the oldest event came in that is recorded but not in the log yet; `null` where all are. */
  unwrittenSince(): number | null;
  connectionChanged(connection: Connection): void;
  channelChanged(channel: ChannelState): void;
  /** A time in which nobody listened is in the database now. */
  gapRecorded(): void;
  /** Twitch refused the token somewhere: it wants validating. */
  unauthorised(): void;
  /** What may be heard is no longer what was planned: it wants starting anew, in no hurry. */
  outdated(): void;
}

/** Listening to one streamer with one account. */
export interface Listener {
  readonly streamerId: string;
  /** Resolves when it is noted until when the streamer was heard, and why no longer. */
  stop(why: GapReason): Promise<void>;
  /** Catches up with timers that did not run. */
  check(): void;
  /** Tries again at once where it waits for a network. */
  hurry(): void;
  /** What was put aside of what Twitch sent; counts on. */
  readonly faults: FaultCounts;
}

/** Who listens to whom, and for what. */
export interface ListenFor {
  account: AccountRecord;
  streamer: Streamer;
  recording: Recording;
}

/** Starts listening to a streamer and goes on until it is stopped. */
export async function startListening(
  who: ListenFor,
  tools: ListeningTools,
  events: ListeningEvents,
): Promise<Listener> {
  const { account, streamer } = who;
  const { db, clock, log } = tools;
  const api = tools.apiFor({ ...account, userId: account.id });
  await storeStreamer(db, streamer);
  const known: ChannelRecord = (await channelOf(db, streamer.id)) ?? {
    ...streamer,
    ...NOTHING_KNOWN,
  };
  const plan = await planListening(who, { api, db, clock, log });
  const { keep, done } = createBookkeeping(log);
  const backoff = await keepBackoff({ store: tools.backoff, who, log });
  const channel = watchChannel({
    known,
    streamerId: streamer.id,
    api,
    clock,
    log,
    changed: (state, change) => {
      events.channelChanged(state);
      keep('storing the channel state', () => updateChannel(db, streamer.id, change));
    },
  });
  events.channelChanged(channel.state);
  let isStopped = false;
  let stopSearch: (() => void) | null = null;

  const attendance = createAttendance({
    db,
    clock,
    keep,
    known,
    unwrittenSince: events.unwrittenSince,
    gapRecorded: events.gapRecorded,
    present: (since) => {
      stopSearch = startCatchUp({
        sources: sourcesFor(plan),
        search: { streamer, api, channel, clock, since },
        clock,
        log,
        found: (finding) => {
          for (const event of finding.events) if (isTakenFrom(plan, event)) events.record(event);
          channel.find(finding);
        },
        unauthorised: events.unauthorised,
        done: attendance.caughtUp,
      });
    },
  });
  const tellConnection = createConnectionTeller(events.connectionChanged);

  const session = startSession({
    plan: plan.subscriptions,
    openSocket: tools.openSocket,
    subscribe: (planned, sessionId) => subscribe(api, planned, sessionId),
    // What is left over may keep some subscriptions out; it must never keep out all.
    deleteLeftovers: () =>
      done()
        .then(() => deleteLeftovers(db, api, log))
        .catch((error) => log.warn('leftovers were not deleted', error)),
    clock,
    random: tools.random,
    earlier: backoff.earlier,
    events: {
      state: (state) => {
        tellConnection(state);
        if (state.state === 'listening') return attendance.begin();
        attendance.lose();
        channel.pause();
        stopSearch?.();
      },
      heard: attendance.heard,
      opened: (sessionId) => keep('storing the session', () => openSession(db, sessionId)),
      answered: (planned, answer) => {
        keep('storing a subscription', async () => {
          if (answer.outcome === 'enabled') await addSubscription(db, answer.id);
          if (!isStopped) await updateType(db, planned.key, stateAfter(answer, clock.now()));
        });
      },
      notification: (notification) => {
        const event = readEvent(notification, streamer, channel.state, clock);
        if (event === null || !isTakenFrom(plan, event)) return;
        if (channel.hear(event)) events.record(event);
      },
      revoked: ({ type, status }, keys) => {
        log.warn(`Twitch ended ${type}: ${status}`);
        const end = { state: 'revoked', since: clock.now(), reason: status } as const;
        keep('storing the end of a subscription', async () => {
          for (const key of keys) await updateType(db, key, end);
        });
        if (status === 'moderator_removed') events.outdated();
        events.unauthorised();
      },
      unauthorised: events.unauthorised,
      discarded: (fault) => log.warn(`a frame was put aside: ${fault}`),
      heldBack: backoff.note,
    },
  });
  return {
    ...session,
    streamerId: streamer.id,
    stop: async (why) => {
      isStopped = true;
      channel.stop();
      session.stop();
      stopSearch?.();
      attendance.stop(why);
      await Promise.all([backoff.forget(), done()]);
    },
  };
}

/** Finds out what this viewer can have of this streamer, and notes it for the user to see. */
async function planListening(
  { account, streamer, recording }: ListenFor,
  { api, db, clock, log }: Pick<ListeningTools, 'db' | 'clock' | 'log'> & { api: TwitchApi },
): Promise<Plan> {
  const who = { viewerId: account.id, streamerId: streamer.id, scopes: account.scopes };
  const known = await roleOn(who, api, log);
  const plan = makePlan({
    ...who,
    role: known.role,
    isWanted: (kind) => isRecorded(kind, recording),
  });
  await storeReceiving(db, receivingOf(plan, known, streamer.id, clock.now()));
  return plan;
}

function readEvent(
  notification: Notification,
  streamer: Streamer,
  { live, text }: ChannelState,
  clock: Clock,
): StreamEvent | null {
  return toEvent(notification, {
    streamerId: streamer.id,
    streamerName: streamer.name,
    channelText: text,
    live,
    now: clock.now(),
  });
}
