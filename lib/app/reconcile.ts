import { currentAccount } from '@/lib/db/accounts';
import { channelOf } from '@/lib/db/channels';
import type { AccountRecord, Database } from '@/lib/db/database';
import { problemOfOpening, problemOfStorage } from '@/lib/db/storage-problem';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { RecordingOptions } from '@/lib/domain/history/recording-options';
import type { Problem } from '@/lib/domain/problem';
import type { Log } from '@/lib/log';
import { EMPTY_FEED, type Profile } from '@/lib/settings/feed';
import type { ConnectionReport } from './feed/connection-report';
import type { Publisher } from './feed/publisher';
import type { Supervisor } from './listening/supervisor';

/** Dependencies of {@link createReconciler}. */
export interface ReconcilerOptions {
  db: Database;
  listening: Pick<Supervisor, 'listen' | 'stop'>;
  report: Pick<ConnectionReport, 'connection' | 'connectionChanged'>;
  publisher: Pick<Publisher, 'update'>;
  favoriteOf(accountId: string): Promise<Streamer | null>;
  readRecording(): Promise<RecordingOptions>;
  /** Deletes the oldest day if the user agreed to that. Never throws. */
  makeRoom(): Promise<boolean>;
  /** Runs one task at a time, across all contexts of the extension. */
  exclusively(run: () => Promise<void>): Promise<void>;
  log: Log;
}

/** Makes the extension listen according to the account, the favorite and the settings. */
export interface Reconciler {
  /** Starts or stops listening if needed. Errors are shown to the user, not thrown. */
  reconcile(): Promise<void>;
  /** Stops listening, because no account is signed in. `problem` is the error that led to it. */
  signedOut(problem: Problem | null): void;
}

/** Creates the reconciler. Nothing happens before the first call. */
export function createReconciler(options: ReconcilerOptions): Reconciler {
  const { db, listening, report, publisher, favoriteOf, readRecording, exclusively, log } = options;

  function signedOut(problem: Problem | null): void {
    void listening.stop('signed_out');
    const { account, favorite, channel } = EMPTY_FEED;
    publisher.update({ account, favorite, channel });
    report.connectionChanged({ state: 'signed_out', problem });
  }

  /** Returns why the user was signed out, so that the reason is still shown. */
  function signedOutProblem(): Problem | null {
    const { connection } = report;
    return connection.state === 'signed_out' ? connection.problem : null;
  }

  async function reconcileNow(): Promise<void> {
    const account = await currentAccount(db);
    if (account === null) return signedOut(signedOutProblem());
    const favorite = await favoriteOf(account.id);
    publisher.update({ account: profileOf(account), favorite });
    if (favorite === null) {
      void listening.stop('other_favorite');
      publisher.update({ channel: EMPTY_FEED.channel });
      return report.connectionChanged({ state: 'no_favorite' });
    }
    if ((await channelOf(db, favorite.id))?.is_gone === true) {
      void listening.stop('disconnected');
      publisher.update({ channel: EMPTY_FEED.channel });
      return report.connectionChanged({ state: 'problem', problem: 'streamer_gone' });
    }
    await listening.listen({
      account,
      streamer: favorite,
      recordingOptions: await readRecording(),
    });
  }

  async function showFailure(error: unknown): Promise<void> {
    log.warn('listening could not begin', error);
    const problem = db.isOpen() ? problemOfStorage(error) : problemOfOpening(error);
    report.connectionChanged({ state: 'problem', problem });
    // The next tick tries again.
    if (problem === 'storage_full') await options.makeRoom();
  }

  return {
    reconcile: async () => await exclusively(async () => await reconcileNow().catch(showFailure)),
    signedOut,
  };
}

/** Returns the part of an account that screens may see. The token is not part of it. */
function profileOf({ id, login, name, avatarUrl }: AccountRecord): Profile {
  return { id, login, name, avatarUrl };
}
