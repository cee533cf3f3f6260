import { currentAccount, forgetAccount, storeAccount } from '@/lib/db/accounts';
import { storeStreamer } from '@/lib/db/channels';
import type { AccountRecord, Database } from '@/lib/db/database';
import { deleteHistory, newestSeq, recordEvents } from '@/lib/db/events';
import { forgetSession } from '@/lib/db/session';
import type { Streamer } from '@/lib/domain/channel';
import type { Connection } from '@/lib/domain/connection';
import { type Problem, ProblemError, problemOf } from '@/lib/domain/problem';
import type { Role } from '@/lib/domain/receiving';
import type { Log } from '@/lib/log';
import { EMPTY_FEED, type Profile } from '@/lib/settings/feed';
import type { Clock } from '@/lib/time';
import type { TwitchApi } from '@/lib/twitch/api';
import { SCOPES_FOR, VALIDATE_EVERY_MS, type Validation } from '@/lib/twitch/auth';
import type { Credentials } from '@/lib/twitch/auth-provider';
import { findStreamer } from './choose-streamer';
import type { Listener, ListeningEvents } from './listening';
import type { Publisher } from './publisher';
import { createRecorder } from './recorder';
import { validateAccount } from './validate-account';

/** The parts the background is made of. */
export interface BackgroundOptions {
  db: Database;
  publisher: Publisher;
  startListening(
    account: AccountRecord,
    streamer: Streamer,
    events: ListeningEvents,
  ): Promise<Listener>;
  /** Lets the user sign in, granting `scopes`. */
  signIn(scopes: readonly string[]): Promise<AccountRecord>;
  validate(token: string): Promise<Validation>;
  revoke(clientId: string, token: string): Promise<void>;
  apiFor(credentials: Credentials): TwitchApi;
  favoriteOf(accountId: string): Promise<Streamer | null>;
  storeFavorite(accountId: string, streamer: Streamer): Promise<void>;
  readSeen(): Promise<number>;
  storeSeen(seq: number): Promise<void>;
  /** Runs one at a time, in every context of the extension. */
  exclusively(run: () => Promise<void>): Promise<void>;
  clock: Clock;
  log: Log;
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
  /** `rights`: what is asked for beyond what a plain viewer needs. */
  signIn(rights: Role): Promise<void>;
  signOut(): Promise<void>;
  chooseFavorite(userName: string): Promise<Streamer>;
  /** The user has seen every event up to that arrival number. */
  markSeen(upTo: number): Promise<void>;
  deleteHistory(): Promise<void>;
}

/** Puts the use cases together. Nothing happens before `start`. */
export function createBackground(options: BackgroundOptions): Background {
  const { db, publisher, exclusively, clock, log } = options;
  let listener: Listener | null = null;
  let listensTo = '';
  let connection: Connection = publisher.state.connection;
  let hasStorageFailed = false;
  let signingIn: Promise<void> | null = null;

  const recorder = createRecorder({
    write: (events) => recordEvents(db, events),
    recorded: () => {
      hasStorageFailed = false;
      tellConnection(connection);
    },
    failed: () => {
      hasStorageFailed = true;
      tellConnection(connection);
    },
    log,
  });

  function tellConnection(now: Connection): void {
    connection = now;
    const isUnheard = hasStorageFailed && now.state === 'listening';
    publisher.update({
      connection: isUnheard ? { state: 'listening', problem: 'storage_failed' } : now,
    });
  }

  function stopListening(): void {
    listener?.stop();
    listener = null;
    listensTo = '';
  }

  /** Makes what is listened to match who is signed in and whom they follow. */
  async function reconcileNow(): Promise<void> {
    const account = await currentAccount(db);
    if (account === null) return showSignedOut(signedOutProblem());
    const favorite = await options.favoriteOf(account.id);
    publisher.update({ account: profileOf(account), favorite });
    if (favorite === null) {
      stopListening();
      publisher.update({ channel: EMPTY_FEED.channel });
      return tellConnection({ state: 'no_favorite' });
    }
    const target = `${account.token} ${favorite.id}`;
    if (listener !== null && target === listensTo) return listener.check();
    stopListening();
    listener = await options.startListening(account, favorite, {
      record: recorder.add,
      connectionChanged: tellConnection,
      channelChanged: (channel) => publisher.update({ channel }),
      unauthorised: () => {
        checkAccount(0).catch((error) => log.warn('the token was not asked about', error));
      },
    });
    listensTo = target;
  }

  function signedOutProblem(): Problem | null {
    return connection.state === 'signed_out' ? connection.problem : null;
  }

  function showSignedOut(problem: Problem | null): void {
    stopListening();
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
        tellConnection({ state: 'problem', problem: 'storage_failed' });
      }
    });
  }

  /** Asks Twitch about the token, unless it was asked less than `maxAgeMs` ago. */
  async function checkAccount(maxAgeMs: number): Promise<void> {
    const account = await currentAccount(db);
    if (account === null || clock.now() - account.validatedAt < maxAgeMs) return;
    const check = await validateAccount(account, options.validate, clock);
    await exclusively(async () => {
      // Asking takes seconds, in which the user may have signed in as somebody else.
      if ((await currentAccount(db))?.token !== account.token) return;
      if (check.state === 'good') await storeAccount(db, check.account);
      if (check.state === 'ended') await endAccount(check.problem);
    });
  }

  async function endAccount(problem: Problem | null): Promise<void> {
    await forgetAccount(db);
    await forgetSession(db);
    showSignedOut(problem);
  }

  /** A token nobody uses any more should not stay good; one that can't be revoked will expire. */
  async function revokeQuietly({ clientId, token }: AccountRecord): Promise<void> {
    await options
      .revoke(clientId, token)
      .catch((error) => log.warn('a token was not revoked', error));
  }

  async function signInOnce(rights: Role): Promise<void> {
    const before = await currentAccount(db);
    // Rights granted before are asked for again: a new token carries only those of its own request.
    const scopes = new Set([...SCOPES_FOR[rights], ...(before?.scopes ?? [])]);
    try {
      await storeAccount(db, await options.signIn([...scopes]));
    } catch (error) {
      if (before === null) showSignedOut(problemOf(error));
      throw error;
    }
    await reconcile();
    // Revoking a token that Twitch has handed out once more would end the new sign-in.
    const after = await currentAccount(db);
    if (before !== null && before.token !== after?.token) await revokeQuietly(before);
  }

  return {
    start: async () => {
      await reconcile();
      await checkAccount(0);
    },
    tick: async () => {
      await recorder.flush();
      await reconcile();
      await checkAccount(VALIDATE_EVERY_MS);
    },
    hurry: () => listener?.hurry(),
    reconcile,
    signIn: (rights) => {
      // Panel and popup may both be clicked; there is one sign-in window.
      signingIn ??= signInOnce(rights).finally(() => {
        signingIn = null;
      });
      return signingIn;
    },
    signOut: async () => {
      const account = await currentAccount(db);
      await exclusively(() => endAccount(null));
      if (account !== null) await revokeQuietly(account);
    },
    chooseFavorite: async (userName) => {
      const account = await currentAccount(db);
      if (account === null) throw new ProblemError('not_signed_in');
      const api = options.apiFor({ ...account, userId: account.id });
      const streamer = await findStreamer(userName, api).catch(async (error) => {
        // Twitch refused the token, or seems to: only asking about it can tell.
        if (problemOf(error) === 'not_signed_in') await checkAccount(0);
        throw error;
      });
      await storeStreamer(db, streamer);
      await options.storeFavorite(account.id, streamer);
      await reconcile();
      return streamer;
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
  };
}

function profileOf({ id, login, name, avatarUrl }: AccountRecord): Profile {
  return { id, login, name, avatarUrl };
}
