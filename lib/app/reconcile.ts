import { currentAccount } from '@/lib/db/accounts';
import type { AccountRecord, Database } from '@/lib/db/database';
import { problemOfOpening, problemOfStorage } from '@/lib/db/storage-problem';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { RecordingOptions } from '@/lib/domain/history/recording-options';
import type { Problem } from '@/lib/domain/problem';
import type { Log } from '@/lib/log';
import { EMPTY_FEED, type Profile } from '@/lib/settings/feed';
import type { ConnectionReport } from './feed/connection-report';
import type { Publisher } from './feed/publisher';
import type { SeenMark } from './feed/seen-mark';
import type { Supervisor } from './listening/supervisor';

/** Dependencies of {@link createReconciler}. */
export interface ReconcilerOptions {
  db: Database;
  listening: Pick<Supervisor, 'listen' | 'stop'>;
  report: Omit<ConnectionReport, 'storageFailed' | 'storageWorks'>;
  publisher: Pick<Publisher, 'update'>;
  seenMark: Pick<SeenMark, 'read'>;
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
  const { db, listening, report, publisher, seenMark, favoriteOf, readRecording, exclusively } =
    options;

  function signedOut(problem: Problem | null): void {
    void listening.stop('signed_out');
    const { account, favorite, channel } = EMPTY_FEED;
    publisher.update({ account, favorite, channel });
    report.connectionChanged({ state: 'signed_out', problem });
    report.reconcilingWorks();
  }

  /** Returns why the user was signed out, so that the reason is still shown. */
  function signedOutProblem(): Problem | null {
    const { connection } = report;
    return connection.state === 'signed_out' ? connection.problem : null;
  }

  async function reconcileNow(): Promise<void> {
    // Before anything is recorded: a new log must not grow past the mark of a deleted one.
    await seenMark.read();
    const account = await currentAccount(db);
    if (account === null) return signedOut(signedOutProblem());
    const favorite = await favoriteOf(account.id);
    publisher.update({ account: profileOf(account), favorite });
    if (favorite === null) {
      void listening.stop('other_favorite');
      publisher.update({ channel: EMPTY_FEED.channel });
      return report.connectionChanged({ state: 'no_favorite' });
    }
    await listening.listen({
      account,
      streamer: favorite,
      recordingOptions: await readRecording(),
    });
  }

  const failed = (error: unknown) => showFailure(error, options);
  return {
    reconcile: () => exclusively(() => reconcileNow().then(report.reconcilingWorks, failed)),
    signedOut,
  };
}

async function showFailure(
  error: unknown,
  { db, report, makeRoom, log }: Pick<ReconcilerOptions, 'db' | 'report' | 'makeRoom' | 'log'>,
): Promise<void> {
  log.warn('listening could not begin', error);
  const problem = db.isOpen() ? problemOfStorage(error) : problemOfOpening(error);
  report.reconcilingFailed(problem);
  // The next tick tries again.
  if (problem === 'storage_full') await makeRoom();
}

/** Returns the part of an account that screens may see. The token is not part of it. */
function profileOf({ id, login, name, avatarUrl }: AccountRecord): Profile {
  return { id, login, name, avatarUrl };
}
