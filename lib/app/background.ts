import type { Database } from '@/lib/db/database';
import { recordEvents } from '@/lib/db/events';
import { problemOfStorage } from '@/lib/db/failure';
import type { Streamer } from '@/lib/domain/channel';
import type { Recording } from '@/lib/domain/recording';
import type { Retention } from '@/lib/domain/retention';
import type { Log } from '@/lib/log';
import type { Clock } from '@/lib/time';
import type { TwitchApi } from '@/lib/twitch/api';
import type { Credentials } from '@/lib/twitch/auth-provider';
import { type AccountKeeper, createAccountKeeper, type TokenSource } from './account-keeper';
import { type ChannelCommands, createChannelCommands } from './channel-commands';
import { type ConnectionReport, createConnectionReport } from './connection-report';
import { createFolding } from './folding';
import { createHistoryCommands, type HistoryCommands } from './history-commands';
import { createHousekeeping, type Housekeeping } from './housekeeping';
import type { JournalKeeper } from './journal';
import { createListeningKeeper, type ListeningKeeperOptions } from './listening-keeper';
import { createMaintenance, type Maintenance } from './maintenance';
import type { Publisher } from './publisher';
import { createReconciler } from './reconcile';
import { createRecorder, type Recorder } from './recorder';

/** Dependencies of {@link createBackground}. */
export interface BackgroundOptions {
  db: Database;
  publisher: Publisher;
  journal: JournalKeeper;
  startListening: ListeningKeeperOptions['startListening'];
  apiFor(credentials: Credentials): TwitchApi;
  tokens: TokenSource;
  favoriteOf(accountId: string): Promise<Streamer | null>;
  storeFavorite(accountId: string, streamer: Streamer): Promise<void>;
  /** Reads the arrival number of the newest event that the user has seen. */
  readSeen(): Promise<number>;
  storeSeen(seq: number): Promise<void>;
  readRecording(): Promise<Recording>;
  readRetention(): Promise<Retention>;
  /** Runs one task at a time, across all contexts of the extension. */
  exclusively(run: () => Promise<void>): Promise<void>;
  clock: Clock;
  log: Log;
}

/** Everything that the background does. */
export interface Background
  extends Pick<AccountKeeper, 'signIn' | 'signOut'>,
    ChannelCommands,
    HistoryCommands,
    Maintenance {
  /** Called when the account or the favorite changed, also by another machine. */
  reconcile(): Promise<void>;
  /** Called when the settings changed, also by another machine. */
  settingsChanged(): Promise<void>;
}

/** Wires the use cases together. Nothing happens before `start`. */
export function createBackground(options: BackgroundOptions): Background {
  const { db, publisher, exclusively, clock, log } = options;
  const parts = createParts(options);
  const { account, listening, recorder, folding, housekeeping, reconcile, signedOut } = parts;
  return {
    signIn: account.signIn,
    signOut: account.signOut,
    ...createChannelCommands({
      db,
      apiFor: options.apiFor,
      account,
      storeFavorite: options.storeFavorite,
      reconcile,
      clock,
      log,
    }),
    ...createHistoryCommands({
      db,
      recorder,
      listening,
      publisher,
      readSeen: options.readSeen,
      storeSeen: options.storeSeen,
      signedOut,
      exclusively,
    }),
    ...createMaintenance({ account, listening, recorder, folding, housekeeping, reconcile }),
    reconcile,
    settingsChanged: async () => {
      publisher.publish();
      await reconcile();
    },
  };
}

/** Creates the parts that the commands and the maintenance use. */
function createParts(options: BackgroundOptions) {
  const { db, publisher, journal, readRecording, readRetention, exclusively, clock, log } = options;
  const initial = publisher.state.connection;
  const report = createConnectionReport({ initial, journal, publisher });
  const housekeeping = createHousekeeping({ db, readRetention, clock, log });
  const folding = createFolding({ db, folded: publisher.publish, clock, log });
  const recorder = createRecorder({
    write: (events) => recordEvents(db, events),
    // Everything that happens after a commit, in this order.
    subscribers: [report.storageWorks, publisher.publish, folding.foldRecorded],
    failed: (error) => void onRecordingFailed(error, { report, housekeeping, recorder }),
    clock,
    log,
  });
  const listening = createListeningKeeper(
    { startListening: options.startListening, journal },
    {
      record: recorder.record,
      unwrittenSince: recorder.unwrittenSince,
      connectionChanged: report.connectionChanged,
      channelChanged: (channel) => publisher.update({ channel }),
      gapRecorded: publisher.publish,
      unauthorised: () => account.tokenRefused(),
    },
  );
  const { reconcile, signedOut } = createReconciler({
    db,
    listening,
    report,
    publisher,
    favoriteOf: options.favoriteOf,
    readRecording,
    makeRoom: housekeeping.makeRoom,
    exclusively,
    log,
  });
  const account = createAccountKeeper({
    db,
    tokens: options.tokens,
    readRecording,
    signedIn: reconcile,
    signedOut,
    exclusively,
    clock,
    log,
  });
  return { account, listening, recorder, folding, housekeeping, reconcile, signedOut };
}

/** Shows the problem, and tries again as soon as there is room for the events. */
async function onRecordingFailed(
  error: unknown,
  parts: { report: ConnectionReport; housekeeping: Housekeeping; recorder: Recorder },
): Promise<void> {
  const { report, housekeeping, recorder } = parts;
  const problem = problemOfStorage(error);
  report.storageFailed(problem);
  if (problem === 'storage_full' && (await housekeeping.makeRoom())) await recorder.flush();
}
