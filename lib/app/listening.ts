import { channelOf, storeStreamer, updateChannel } from '@/lib/db/channels';
import type { AccountRecord, Database } from '@/lib/db/database';
import { storeReceiving, updateType } from '@/lib/db/receiving';
import {
  addSubscription,
  forgetLeftover,
  leftoverSubscriptions,
  openSession,
} from '@/lib/db/session';
import type { ChannelState, Streamer } from '@/lib/domain/channel';
import type { Connection } from '@/lib/domain/connection';
import type { StreamEvent } from '@/lib/domain/event';
import { isRecordedByDefault } from '@/lib/domain/event-kind';
import type { Log } from '@/lib/log';
import type { Clock } from '@/lib/time';
import type { TwitchApi } from '@/lib/twitch/api';
import type { Credentials } from '@/lib/twitch/auth-provider';
import { toEvent } from '@/lib/twitch/events/to-event';
import type { Socket } from '@/lib/twitch/eventsub/connection';
import type { Notification } from '@/lib/twitch/eventsub/frame';
import { CHAT_NOTICES, isTakenFrom, makePlan } from '@/lib/twitch/eventsub/plan';
import { startSession } from '@/lib/twitch/eventsub/session';
import { subscribe } from '@/lib/twitch/eventsub/subscribe';
import { HelixError } from '@/lib/twitch/helix-error';
import { channelAfter } from './channel-state';
import { createConnectionTeller } from './connection-teller';
import { readChannelState } from './read-channel-state';
import { receivingOf, stateAfter } from './receiving-state';
import { roleOn } from './role';

/** What listening needs of the world. */
export interface ListeningTools {
  db: Database;
  clock: Clock;
  /** From 0 up to 1. */
  random(): number;
  openSocket(url: string): Socket;
  apiFor(credentials: Credentials): TwitchApi;
  log: Log;
}

/** Whom listening tells. */
export interface ListeningEvents {
  record(event: StreamEvent): void;
  connectionChanged(connection: Connection): void;
  channelChanged(channel: ChannelState): void;
  /** Twitch refused the token somewhere: it wants validating. */
  unauthorised(): void;
}

/** Listening to one streamer with one account. */
export interface Listener {
  stop(): void;
  /** Catches up with timers that did not run. */
  check(): void;
  /** Tries again at once where it was waiting. */
  hurry(): void;
}

const NOTHING_KNOWN: ChannelState = { live: null, text: null };

/** Starts listening to a streamer and goes on until it is stopped. */
export async function startListening(
  account: AccountRecord,
  streamer: Streamer,
  tools: ListeningTools,
  events: ListeningEvents,
): Promise<Listener> {
  const { db, clock, log } = tools;
  const api = tools.apiFor({ ...account, userId: account.id });
  await storeStreamer(db, streamer);
  let { live, text }: ChannelState = (await channelOf(db, streamer.id)) ?? NOTHING_KNOWN;
  let isStopped = false;
  events.channelChanged({ live, text });
  const question = { viewerId: account.id, streamerId: streamer.id, scopes: account.scopes };
  const role = await roleOn(question, api, log);
  const plan = makePlan({ ...question, role, isWanted: isRecordedByDefault });
  await storeReceiving(db, receivingOf(plan, role, streamer.id, clock.now()));

  /** Steps of bookkeeping run one after another, and none of them may stop the listening. */
  let bookkeeping: Promise<unknown> = Promise.resolve();
  function keep(what: string, step: () => Promise<unknown>): void {
    bookkeeping = bookkeeping.then(step).catch((error) => log.warn(`${what} failed`, error));
  }

  function changeChannel(change: Partial<ChannelState>): void {
    // An answer may come in after the user chose somebody else.
    if (isStopped) return;
    ({ live, text } = { live, text, ...change });
    events.channelChanged({ live, text });
    keep('storing the channel state', () => updateChannel(db, streamer.id, change));
  }

  function onNotification(notification: Notification): void {
    const event = toEvent(notification, {
      streamerId: streamer.id,
      streamerName: streamer.name,
      channelText: text,
      liveSince: live?.startedAt ?? null,
      now: clock.now(),
    });
    if (event === null || !isTakenFrom(plan, event)) return;
    events.record(event);
    const change = channelAfter(event);
    if (change !== null) changeChannel(change);
  }

  /** Asks Helix how the channel stands. An event that comes meanwhile is newer than the answer. */
  async function refreshChannel(): Promise<void> {
    const known = { live, text };
    const answer = await readChannelState(api, streamer.id, known, clock.now());
    if (live !== known.live) delete answer.live;
    if (text !== known.text) delete answer.text;
    changeChannel(answer);
  }

  async function deleteLeftovers(): Promise<void> {
    await bookkeeping;
    for (const id of await leftoverSubscriptions(db)) {
      if (await isDeleted(api, id, log)) await forgetLeftover(db, id);
    }
  }

  const session = startSession({
    plan: plan.subscriptions,
    openSocket: tools.openSocket,
    subscribe: (planned, sessionId) => subscribe(api, planned, sessionId),
    // What is left over may keep some subscriptions out; it must never keep out all.
    deleteLeftovers: () =>
      deleteLeftovers().catch((error) => log.warn('leftovers were not deleted', error)),
    clock,
    random: tools.random,
    events: {
      state: createConnectionTeller(events.connectionChanged),
      opened: (sessionId) => {
        keep('storing the session', () => openSession(db, sessionId));
        void refreshChannel().catch((error) =>
          log.warn('the channel state could not be read', error),
        );
      },
      answered: (planned, answer) => {
        keep('storing a subscription', async () => {
          if (answer.outcome === 'enabled') await addSubscription(db, answer.id);
          if (!isStopped) await updateType(db, planned.type, stateAfter(answer, clock.now()));
        });
      },
      notification: onNotification,
      revoked: ({ type, status }) => {
        log.warn(`Twitch ended ${type}: ${status}`);
        keep('storing the end of a subscription', () =>
          updateType(db, type, { state: 'revoked', since: clock.now(), reason: status }),
        );
        if (type === CHAT_NOTICES) {
          events.connectionChanged({ state: 'listening', problem: 'chat_refused' });
        }
        events.unauthorised();
      },
      unauthorised: events.unauthorised,
      discarded: (fault) => log.warn(`a frame was put aside: ${fault}`),
    },
  });
  return {
    ...session,
    stop: () => {
      isStopped = true;
      session.stop();
    },
  };
}

/** Whether a subscription is gone from Twitch now: unless Twitch could not be asked, it is. */
async function isDeleted(api: TwitchApi, id: string, log: Log): Promise<boolean> {
  try {
    await api.deleteSubscription(id);
    return true;
  } catch (error) {
    log.info('leftover not deleted', error);
    // Refused, as a rule, because Twitch has ended it itself some time after its socket.
    return error instanceof HelixError && error.status !== null && error.status < 500;
  }
}
