import type { Database } from '@/lib/db/database';
import type { Filter } from '@/lib/domain/filter/filter';
import type { RecordingOptions } from '@/lib/domain/history/recording-options';
import type { Retention } from '@/lib/domain/history/retention';
import type { ListSettings } from '@/lib/domain/roster/effective';
import type { Roster } from '@/lib/domain/roster/roster';
import type { Appearance } from '@/lib/domain/view/appearance';
import type { Log } from '@/lib/log';
import type { LastSignOut } from '@/lib/settings/last-sign-out';
import type { LastRemoved } from '@/lib/settings/removed-streamer';
import type { Clock } from '@/lib/time';
import type { Credentials } from '@/lib/twitch/auth/credentials';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import {
  type AccountManager,
  createAccountManager,
  type TokenSource,
} from './account/account-manager';
import { grantedScopes } from './account/granted-scopes';
import { shownAccountId } from './account/shown-account';
import { createNameRefresh } from './channels/refresh-names';
import { type ChannelCommands, createChannelCommands } from './commands/channel-commands';
import { createFeedCommands, type FeedCommands } from './commands/feed-commands';
import { createFilterCommands, type FilterCommands } from './commands/filter-commands';
import { createHistoryCommands, type HistoryCommands } from './commands/history-commands';
import { createRecordingCommands, type RecordingCommands } from './commands/recording-commands';
import { createStreamerCommands, type StreamerCommands } from './commands/streamer-commands';
import type { ConnectionJournal } from './diagnostics/connection-journal';
import { createConnectionReport } from './feed/connection-report';
import type { Publisher } from './feed/publisher';
import type { SeenMark } from './feed/seen-mark';
import { createSupervisor, type SupervisorOptions } from './listening/supervisor';
import { createMaintenance, type Maintenance } from './maintenance';
import { createReconciler } from './reconcile';
import { createRecording } from './recording';
import { createSignedOutState } from './signed-out';

/** Dependencies of {@link createBackground}. */
export interface BackgroundOptions {
  db: Database;
  publisher: Publisher;
  journal: ConnectionJournal;
  startListening: SupervisorOptions['startListener'];
  apiFor(credentials: Credentials): TwitchApi;
  tokens: TokenSource;
  rosterOf(accountId: string): Promise<Roster>;
  changeRoster(accountId: string, change: (now: Roster) => Roster): Promise<void>;
  lastRemoved: LastRemoved;
  /** Changes the filter of the lists of all streamers that have none of their own. */
  changeFilterForAll(change: (now: Filter) => Filter): Promise<void>;
  seenMark: SeenMark;
  lastSignOut: LastSignOut;
  /** Returns true if there is a Client ID to sign in with. */
  hasClientId(): Promise<boolean>;
  /** Returns what applies to the list of a streamer. */
  readListSettings(streamerId: string): Promise<ListSettings>;
  readRecording(): Promise<RecordingOptions>;
  readRetention(): Promise<Retention>;
  readAppearance(): Promise<Appearance>;
  /** Runs one task at a time, across all contexts of the extension. */
  exclusively(run: () => Promise<void>): Promise<void>;
  clock: Clock;
  log: Log;
}

/** Everything that the background does. */
export interface Background
  extends Pick<AccountManager, 'signIn' | 'signOut'>,
    ChannelCommands,
    StreamerCommands,
    FeedCommands,
    FilterCommands,
    HistoryCommands,
    RecordingCommands,
    Maintenance {
  /** Returns the scopes that the user has granted: none while nobody is signed in. */
  grantedScopes(): Promise<string[]>;
  /** Called when the account changed. */
  reconcile(): Promise<void>;
  /** Called when the user entered or removed a Client ID. */
  clientIdChanged(): Promise<void>;
  /** Called when the settings or the roster changed, also on another computer. */
  settingsChanged(): Promise<void>;
}

/** Wires the use cases together. Nothing happens before `start`. */
export function createBackground(options: BackgroundOptions): Background {
  const { db, publisher, exclusively } = options;
  const parts = createParts(options);
  const shownId = () => shownAccountId(db, options.lastSignOut);
  const { account, listening, recorder, followGrouping, retention, reconcile } = parts;
  return {
    signIn: account.signIn,
    signOut: account.signOut,
    grantedScopes: () => grantedScopes(db),
    ...createChannelCommands({ ...options, account }),
    ...createStreamerCommands({ ...options, account, reconcile }),
    ...createFeedCommands(options),
    ...createFilterCommands({ ...options, shownAccountId: shownId }),
    ...createRecordingCommands({ ...options, account, shownAccountId: shownId }),
    ...createHistoryCommands({
      db,
      recorder,
      listening,
      publisher,
      seenMark: options.seenMark,
      signedOut: async (problem) => {
        await options.lastSignOut.setValue(null);
        await parts.signedOut(problem);
      },
      exclusively,
    }),
    ...createMaintenance({
      account,
      listening,
      recorder,
      followGrouping,
      retention,
      showAppearance: parts.showAppearance,
      reconcile,
      confirm: publisher.confirm,
      refreshNames: createNameRefresh({
        ...options,
        tokenRefused: account.tokenRefused,
        reconcile,
      }),
    }),
    reconcile,
    clientIdChanged: parts.clientIdChanged,
    settingsChanged: async () => {
      publisher.filtersChanged();
      await parts.showAppearance();
      await reconcile();
    },
  };
}

/** Creates the parts that the commands and the maintenance use. */
function createParts(options: BackgroundOptions) {
  const { db, publisher, journal, lastSignOut, readRecording, exclusively, clock, log } = options;
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
      await reconciler.reconcile();
    },
    signedOut: signedOutState.signedOut,
    exclusively,
    clock,
    log,
  });
  const { signedOut } = signedOutState;
  const showAppearance = async () => {
    try {
      publisher.update({ appearance: await options.readAppearance() });
    } catch (error) {
      log.warn('the appearance could not be read', error);
    }
  };
  return { account, listening, ...recording, ...reconciler, signedOut, showAppearance };
}
