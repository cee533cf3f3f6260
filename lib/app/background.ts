import { currentAccount } from '@/lib/db/accounts';
import { storeStreamer } from '@/lib/db/channels';
import type { AccountRecord, Database } from '@/lib/db/database';
import { deleteHistory, newestSeq, recordEvents } from '@/lib/db/history/events';
import { problemOfOpening, problemOfStorage } from '@/lib/db/storage-problem';
import type { ScopeSet } from '@/lib/domain/access/scopes';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { Suggestion } from '@/lib/domain/channel/suggestion';
import type { Connection } from '@/lib/domain/connection/connection';
import type { Retention } from '@/lib/domain/history/retention';
import { type Problem, ProblemError, problemOf } from '@/lib/domain/problem';
import { EMPTY_FEED, type Profile } from '@/lib/settings/feed';
import type { Credentials } from '@/lib/twitch/auth/auth-provider';
import { VALIDATE_EVERY_MS } from '@/lib/twitch/auth/token';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import { type AccountManagerOptions, createAccountManager } from './account/account-manager';
import { findStreamer } from './channels/find-streamer';
import { createSuggester } from './channels/suggest-channels';
import type { ConnectionJournal } from './diagnostics/connection-journal';
import type { Publisher } from './feed/publisher';
import { createFollowGrouping } from './history/group-follows';
import { createRecorder } from './history/recorder';
import { createRetentionJob } from './history/retention';
import { createSupervisor, type SupervisorOptions } from './listening/supervisor';

/** The parts the background is made of. */
export interface BackgroundOptions
  extends Omit<AccountManagerOptions, 'begun' | 'ended'>,
    SupervisorOptions {
  db: Database;
  publisher: Publisher;
  apiFor(credentials: Credentials): TwitchApi;
  favoriteOf(accountId: string): Promise<Streamer | null>;
  storeFavorite(accountId: string, streamer: Streamer): Promise<void>;
  readSeen(): Promise<number>;
  storeSeen(seq: number): Promise<void>;
  readRetention(): Promise<Retention>;
  journal: ConnectionJournal;
}

/** Everything the background does, by whoever asks for it. */
export interface Background {
  /** When the worker begins: listens again, and asks Twitch about the token. */
  start(): Promise<void>;
  /** Every now and then: makes sure that all is as it should be. */
  tick(): Promise<void>;
  /** The network is back. */
  hurry(): void;
  /** Account or favorite changed, perhaps on another machine. */
  reconcile(): Promise<void>;
  /** The user chose other settings, perhaps on another machine. */
  settingsChanged(): Promise<void>;
  /** `rights`: what is asked for beyond what a plain viewer needs. */
  signIn(rights: ScopeSet): Promise<void>;
  signOut(): Promise<void>;
  chooseFavorite(userName: string): Promise<Streamer>;
  /** Channels for what was typed so far; none where nobody is signed in or Twitch does not answer. */
  suggestChannels(query: string): Promise<Suggestion[]>;
  /** The user has seen every event up to that arrival number. */
  markSeen(upTo: number): Promise<void>;
  deleteHistory(): Promise<void>;
  /** Deletes the database, which can't be used any more, and begins another. */
  startAnew(): Promise<void>;
}

/** Puts the use cases together. Nothing happens before `start`. */
export function createBackground(options: BackgroundOptions): Background {
  const { db, publisher, exclusively, log } = options;
  let connection: Connection = publisher.state.connection;
  let storageProblem: Problem | null = null;
  const housekeeping = createRetentionJob(options);

  const recorder = createRecorder({
    write: (events) => recordEvents(db, events),
    recorded: (events) => {
      storageProblem = null;
      tellConnection(connection);
      if (events.some(({ event_type }) => event_type === 'follow')) void folding.fold();
    },
    failed: (error) => {
      storageProblem = problemOfStorage(error);
      tellConnection(connection);
      if (storageProblem === 'storage_full') void makeRoom();
    },
    clock: options.clock,
    log,
  });

  const folding = createFollowGrouping({ ...options, folded: publisher.publish });

  const listening = createSupervisor(options, {
    record: recorder.add,
    unwrittenSince: recorder.unwrittenSince,
    connectionChanged: tellConnection,
    channelChanged: (channel) => publisher.update({ channel }),
    gapRecorded: publisher.publish,
    unauthorized: askAboutToken,
  });

  function tellConnection(now: Connection): void {
    connection = now;
    const isUnheard = storageProblem !== null && now.state === 'listening';
    const told: Connection = isUnheard ? { state: 'listening', problem: storageProblem } : now;
    options.journal.connection(told);
    publisher.update({ connection: told });
  }

  /** What could not be written is tried again as soon as there is room for it. */
  async function makeRoom(): Promise<void> {
    if (await housekeeping.makeRoom()) await recorder.flush();
  }

  /** Makes what is listened to match who is signed in and whom they follow. */
  async function reconcileNow(): Promise<void> {
    const account = await currentAccount(db);
    if (account === null) return showSignedOut(signedOutProblem());
    const favorite = await options.favoriteOf(account.id);
    publisher.update({ account: profileOf(account), favorite });
    if (favorite === null) {
      void listening.stop('other_favorite');
      publisher.update({ channel: EMPTY_FEED.channel });
      return tellConnection({ state: 'no_favorite' });
    }
    await listening.listen({
      account,
      streamer: favorite,
      recording: await options.readRecording(),
    });
  }

  function askAboutToken(): void {
    accounts.check(0).catch((error) => log.warn('the token was not asked about', error));
  }

  function signedOutProblem(): Problem | null {
    return connection.state === 'signed_out' ? connection.problem : null;
  }

  function showSignedOut(problem: Problem | null): void {
    void listening.stop('signed_out');
    const { account, favorite, channel } = EMPTY_FEED;
    publisher.update({ account, favorite, channel });
    tellConnection({ state: 'signed_out', problem });
  }

  async function reconcile(): Promise<void> {
    await exclusively(async () => {
      try {
        await reconcileNow();
      } catch (error) {
        log.warn('listening could not begin', error);
        const problem = db.isOpen() ? problemOfStorage(error) : problemOfOpening(error);
        tellConnection({ state: 'problem', problem });
        // It is tried again at the next tick.
        if (problem === 'storage_full') await housekeeping.makeRoom();
      }
    });
  }

  const accounts = createAccountManager({ ...options, begun: reconcile, ended: showSignedOut });

  const suggest = createSuggester({
    clock: options.clock,
    failed: (error) => {
      log.warn('channels could not be suggested', error);
      if (problemOf(error) === 'not_signed_in') askAboutToken();
    },
  });

  return {
    start: async () => {
      await reconcile();
      await folding.fold();
      await accounts.check(0);
      await accounts.renew();
    },
    tick: async () => {
      listening.recordFrameErrors();
      await recorder.flush();
      await folding.fold();
      await reconcile();
      await accounts.check(VALIDATE_EVERY_MS);
      await accounts.renew();
      await housekeeping.sweep();
    },
    hurry: listening.hurry,
    reconcile,
    settingsChanged: async () => {
      publisher.publish();
      await reconcile();
    },
    signIn: accounts.signIn,
    signOut: accounts.signOut,
    chooseFavorite: async (userName) => {
      const account = await currentAccount(db);
      if (account === null) throw new ProblemError('not_signed_in');
      const api = options.apiFor({ ...account, userId: account.id });
      const streamer = await findStreamer(userName, api).catch(async (error) => {
        // Twitch refused the token, or seems to: only asking about it can tell.
        if (problemOf(error) === 'not_signed_in') await accounts.check(0);
        throw error;
      });
      await storeStreamer(db, streamer);
      await options.storeFavorite(account.id, streamer);
      await reconcile();
      return streamer;
    },
    suggestChannels: async (query) => {
      const account = await currentAccount(db);
      if (account === null) return [];
      return await suggest(query, account, options.apiFor({ ...account, userId: account.id }));
    },
    markSeen: async (upTo) => {
      // A page can't mark what has not happened yet.
      const seq = Math.min(upTo, await newestSeq(db));
      if (seq <= (await options.readSeen())) return;
      await options.storeSeen(seq);
      publisher.publish();
    },
    deleteHistory: async () => {
      await recorder.flush();
      await deleteHistory(db);
      publisher.publish();
    },
    startAnew: async () => {
      await exclusively(async () => {
        await listening.stop('signed_out');
        await db.delete({ disableAutoOpen: false });
        await db.open();
        showSignedOut(null);
      });
    },
  };
}

function profileOf({ id, login, name, avatarUrl }: AccountRecord): Profile {
  return { id, login, name, avatarUrl };
}
