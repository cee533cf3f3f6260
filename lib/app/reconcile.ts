import { currentAccount } from '@/lib/db/accounts';
import { channelsOf } from '@/lib/db/channels';
import type { AccountRecord, Database } from '@/lib/db/database';
import { problemOfOpening, problemOfStorage } from '@/lib/db/storage-problem';
import { keepSubscriptionReports } from '@/lib/db/subscription-report';
import { NOTHING_KNOWN } from '@/lib/domain/channel/channel';
import type { RecordingOptions } from '@/lib/domain/history/recording-options';
import { listedIn, type Roster } from '@/lib/domain/roster/roster';
import type { Log } from '@/lib/log';
import type { Profile } from '@/lib/settings/feed';
import type { ConnectionReport } from './feed/connection-report';
import { entriesOf } from './feed/publication';
import type { Publisher } from './feed/publisher';
import type { SeenMark } from './feed/seen-mark';
import type { Supervisor } from './listening/supervisor';
import { targetsOf } from './roster-targets';
import type { SignedOutState } from './signed-out';

/** Dependencies of {@link createReconciler}. */
export interface ReconcilerOptions {
  db: Database;
  listening: Pick<Supervisor, 'listen' | 'stop'>;
  signedOutState: Pick<SignedOutState, 'stillSignedOut' | 'clientIdChanged'>;
  report: Pick<ConnectionReport, 'connectionChanged' | 'reconcilingFailed' | 'reconcilingWorks'>;
  publisher: Pick<Publisher, 'update' | 'channelChanged' | 'goneChanged'>;
  seenMark: Pick<SeenMark, 'read'>;
  rosterOf(accountId: string): Promise<Roster>;
  readRecording(): Promise<RecordingOptions>;
  /** Deletes the oldest day if the user agreed to that. Never throws. */
  makeRoom(): Promise<boolean>;
  /** Runs one task at a time, across all contexts of the extension. */
  exclusively(run: () => Promise<void>): Promise<void>;
  log: Log;
}

/** Makes the extension listen according to the account, the roster and the settings. */
export interface Reconciler {
  /** Starts or stops listening if needed. Errors are shown to the user, not thrown. */
  reconcile(): Promise<void>;
  /** Called when the Client ID changed: problems that it caused may be solved. */
  clientIdChanged(): Promise<void>;
}

/** Creates the reconciler. Nothing happens before the first call. */
export function createReconciler(options: ReconcilerOptions): Reconciler {
  const { db, listening, signedOutState, report, publisher, seenMark } = options;
  const { rosterOf, readRecording, exclusively } = options;
  const reports = createReportKeeper(db);
  const goneReport = createGoneReport(publisher);

  async function reconcileNow(): Promise<void> {
    // Before anything is recorded: a new log must not grow past the mark of a deleted one.
    await seenMark.read();
    const account = await currentAccount(db);
    if (account === null) return await signedOutState.stillSignedOut();
    const roster = await rosterOf(account.id);
    await reports.keep(roster);
    publisher.update({
      account: profileOf(account),
      streamers: entriesOf(roster),
      lastHeard: null,
    });
    if (listedIn(roster).length === 0) {
      void listening.stop('not_listed');
      return report.connectionChanged({ state: 'no_favorite' });
    }
    const [recording, gone] = await Promise.all([readRecording(), goneOf(roster, db)]);
    goneReport.changed(roster, gone);
    const streamers = targetsOf(roster, { recording, gone });
    if (streamers.length === 0) {
      void listening.stop('disconnected');
      return report.connectionChanged({ state: 'problem', problem: 'streamer_gone' });
    }
    await listening.listen({ account, streamers });
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

/** Deletes the subscription reports of streamers that have left the roster. */
function createReportKeeper(db: Database) {
  let kept = '';
  return {
    keep: async (roster: Roster) => {
      const ids = listedIn(roster).map(({ id }) => id);
      // Nearly always, nobody has left since the last time.
      if (ids.join(' ') === kept) return;
      await keepSubscriptionReports(db, ids);
      kept = ids.join(' ');
    },
  };
}

/** Tells the screens which of the listed streamers Twitch no longer has. */
function createGoneReport(publisher: Pick<Publisher, 'channelChanged' | 'goneChanged'>) {
  /** `null` before the first call: the last worker may have told something else. */
  let known: ReadonlySet<string> | null = null;
  return {
    changed: (roster: Roster, gone: ReadonlySet<string>) => {
      for (const { id } of listedIn(roster)) {
        if (known !== null && known.has(id) === gone.has(id)) continue;
        publisher.goneChanged(id, gone.has(id));
        if (gone.has(id)) publisher.channelChanged(id, NOTHING_KNOWN);
      }
      known = gone;
    },
  };
}

/** Returns the ids of the listed streamers that Twitch no longer has. */
async function goneOf(roster: Roster, db: Database): Promise<Set<string>> {
  const ids = listedIn(roster).map(({ id }) => id);
  const channels = await channelsOf(db, ids);
  return new Set(ids.filter((id) => channels.get(id)?.is_gone === true));
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
