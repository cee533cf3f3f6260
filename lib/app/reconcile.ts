import { currentAccount } from '@/lib/db/accounts';
import { channelOf } from '@/lib/db/channels';
import type { AccountRecord, Database } from '@/lib/db/database';
import { problemOfOpening, problemOfStorage } from '@/lib/db/storage-problem';
import { NOTHING_KNOWN, type Streamer } from '@/lib/domain/channel/channel';
import type { RecordingOptions } from '@/lib/domain/history/recording-options';
import type { Log } from '@/lib/log';
import type { Profile } from '@/lib/settings/feed';
import type { ConnectionReport } from './feed/connection-report';
import { entriesOf } from './feed/publication';
import type { Publisher } from './feed/publisher';
import type { SeenMark } from './feed/seen-mark';
import type { Supervisor } from './listening/supervisor';
import type { SignedOutState } from './signed-out';

/** Dependencies of {@link createReconciler}. */
export interface ReconcilerOptions {
  db: Database;
  listening: Pick<Supervisor, 'listen' | 'stop'>;
  signedOutState: Pick<SignedOutState, 'stillSignedOut' | 'clientIdChanged'>;
  report: Pick<ConnectionReport, 'connectionChanged' | 'reconcilingFailed' | 'reconcilingWorks'>;
  publisher: Pick<Publisher, 'update' | 'channelChanged'>;
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
  /** Called when the Client ID changed: problems that it caused may be solved. */
  clientIdChanged(): Promise<void>;
}

/** Creates the reconciler. Nothing happens before the first call. */
export function createReconciler(options: ReconcilerOptions): Reconciler {
  const { db, listening, signedOutState, report, publisher, seenMark } = options;
  const { favoriteOf, readRecording, exclusively } = options;

  async function reconcileNow(): Promise<void> {
    // Before anything is recorded: a new log must not grow past the mark of a deleted one.
    await seenMark.read();
    const account = await currentAccount(db);
    if (account === null) return await signedOutState.stillSignedOut();
    const favorite = await favoriteOf(account.id);
    publisher.update({
      account: profileOf(account),
      streamers: entriesOf(favorite),
      lastHeard: null,
    });
    if (favorite === null) {
      void listening.stop('other_favorite');
      return report.connectionChanged({ state: 'no_favorite' });
    }
    if ((await channelOf(db, favorite.id))?.is_gone === true) {
      void listening.stop('disconnected');
      publisher.channelChanged(favorite.id, NOTHING_KNOWN);
      return report.connectionChanged({ state: 'problem', problem: 'streamer_gone' });
    }
    await listening.listen({
      account,
      streamers: [
        {
          streamer: favorite,
          isFavorite: true,
          recordsCheers: true,
          recordingOptions: await readRecording(),
        },
      ],
    });
  }

  async function clientIdChanged(): Promise<void> {
    if ((await currentAccount(db)) === null) await signedOutState.clientIdChanged();
  }

  const failed = (error: unknown) => showFailure(error, options);
  return {
    reconcile: () => exclusively(() => reconcileNow().then(report.reconcilingWorks, failed)),
    clientIdChanged: () => exclusively(() => clientIdChanged().catch(failed)),
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
