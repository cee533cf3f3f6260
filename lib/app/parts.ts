import type { Database } from '@/lib/db/database';
import type { RecordingOptions } from '@/lib/domain/history/recording-options';
import type { Retention } from '@/lib/domain/history/retention';
import type { Roster } from '@/lib/domain/roster/roster';
import type { Appearance } from '@/lib/domain/view/appearance';
import type { MomentSettings } from '@/lib/domain/view/moments';
import type { Log } from '@/lib/log';
import type { LastSignOut } from '@/lib/settings/last-sign-out';
import type { Clock } from '@/lib/time';
import type { Credentials } from '@/lib/twitch/auth/credentials';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import { createAccountManager, type TokenSource } from './account/account-manager';
import type { ConnectionJournal } from './diagnostics/connection-journal';
import { createAppearanceReport } from './feed/appearance-report';
import { createConnectionReport } from './feed/connection-report';
import type { Publisher } from './feed/publisher';
import type { SeenMark } from './feed/seen-mark';
import { createSupervisor, type SupervisorOptions } from './listening/supervisor';
import type { Notifications } from './notifications/notifications';
import { createReconciler } from './reconcile';
import { createRecording } from './recording';
import { createSignedOutState } from './signed-out';

/** Dependencies of {@link createParts}. */
export interface PartsOptions {
  db: Database;
  publisher: Publisher;
  journal: ConnectionJournal;
  startListening: SupervisorOptions['startListener'];
  apiFor(credentials: Credentials): TwitchApi;
  tokens: TokenSource;
  rosterOf(accountId: string): Promise<Roster>;
  seenMark: SeenMark;
  notifications: Notifications;
  lastSignOut: LastSignOut;
  /** Returns true if there is a Client ID to sign in with. */
  hasClientId(): Promise<boolean>;
  readRecording(): Promise<RecordingOptions>;
  readRetention(): Promise<Retention>;
  readAppearance(): Promise<Appearance>;
  readMoments(): Promise<MomentSettings>;
  /** Runs one task at a time, across all contexts of the extension. */
  exclusively(run: () => Promise<void>): Promise<void>;
  clock: Clock;
  log: Log;
}

/** Creates the parts that the commands and the maintenance use. */
export function createParts(options: PartsOptions) {
  const { db, publisher, journal, readRecording, exclusively, clock, log } = options;
  const { lastSignOut } = options;
  const initial = publisher.state.connection;
  const report = createConnectionReport({ initial, journal, publisher });
  const recording = createRecording({ ...options, report });
  const { recorder, retention } = recording;
  const listening = createSupervisor(
    { startListener: options.startListening, journal },
    {
      record: recorder.record,
      unwrittenSince: recorder.unwrittenSince,
      connectionChanged: report.connectionChanged,
      channelChanged: publisher.channelChanged,
      recordingsStored: (streamerId) => publisher.publish([streamerId]),
      problemChanged: publisher.problemChanged,
      gapRecorded: publisher.publish,
      sessionOpened: (token) => void account.sessionOpened(token),
      unauthorized: () => account.tokenRefused(),
    },
  );
  const shared = { db, listening, report, publisher, rosterOf: options.rosterOf };
  const signedOutState = createSignedOutState({
    ...shared,
    lastSignOut,
    hasClientId: options.hasClientId,
  });
  const reconciler = createReconciler({
    ...shared,
    signedOutState,
    seenMark: options.seenMark,
    readRecording,
    makeRoom: retention.makeRoom,
    exclusively,
    log,
  });
  const account = createAccountManager({
    db,
    tokens: options.tokens,
    readRecording,
    lastSignOut,
    signedIn: async () => {
      // Another account may have other filters for a streamer.
      publisher.filtersChanged();
      options.notifications.choicesChanged();
      await reconciler.reconcile();
    },
    signedOut: signedOutState.signedOut,
    exclusively,
    clock,
    log,
  });
  const { signedOut } = signedOutState;
  const showAppearance = createAppearanceReport(options);
  return { account, listening, ...recording, ...reconciler, signedOut, showAppearance };
}
