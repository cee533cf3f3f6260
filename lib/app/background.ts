import type { Filter } from '@/lib/domain/filter/filter';
import type { ListSettings } from '@/lib/domain/roster/effective';
import type { Roster } from '@/lib/domain/roster/roster';
import type { LastRemoved } from '@/lib/settings/removed-streamer';
import type { AccountManager } from './account/account-manager';
import { grantedScopes } from './account/granted-scopes';
import { shownAccountId } from './account/shown-account';
import { createNameRefresh } from './channels/refresh-names';
import { type ChannelCommands, createChannelCommands } from './commands/channel-commands';
import { createFeedCommands, type FeedCommands } from './commands/feed-commands';
import { createFilterCommands, type FilterCommands } from './commands/filter-commands';
import { createHistoryCommands, type HistoryCommands } from './commands/history-commands';
import {
  createNotificationCommands,
  type NotificationCommands,
  type NotificationCommandsOptions,
} from './commands/notification-commands';
import { createRecordingCommands, type RecordingCommands } from './commands/recording-commands';
import { createStreamerCommands, type StreamerCommands } from './commands/streamer-commands';
import { createTransferCommands, type TransferCommands } from './commands/transfer-commands';
import { createMaintenance, type Maintenance } from './maintenance';
import { createParts, type PartsOptions } from './parts';

/** Dependencies of {@link createBackground}. */
export interface BackgroundOptions
  extends PartsOptions,
    Pick<
      NotificationCommandsOptions,
      'changeNotifications' | 'areNotificationsOn' | 'openNotificationOptions'
    > {
  changeRoster(accountId: string, change: (now: Roster) => Roster): Promise<void>;
  lastRemoved: LastRemoved;
  /** Changes the filter of the lists of all streamers that have none of their own. */
  changeFilterForAll(change: (now: Filter) => Filter): Promise<void>;
  /** Returns what applies to the list of a streamer. */
  readListSettings(streamerId: string): Promise<ListSettings>;
}

/** Everything that the background does. */
export interface Background
  extends Pick<AccountManager, 'signIn' | 'signOut'>,
    ChannelCommands,
    StreamerCommands,
    FeedCommands,
    FilterCommands,
    HistoryCommands,
    NotificationCommands,
    RecordingCommands,
    TransferCommands,
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
  const { db, publisher, notifications, exclusively } = options;
  const parts = createParts(options);
  const { account, listening, recorder, followGrouping, retention, reconcile } = parts;
  const shown = { ...options, shownAccountId: () => shownAccountId(db, options.lastSignOut) };
  return {
    signIn: account.signIn,
    signOut: account.signOut,
    grantedScopes: () => grantedScopes(db),
    ...createChannelCommands({ ...options, account }),
    ...createStreamerCommands({ ...options, account, reconcile }),
    ...createFeedCommands(options),
    ...createFilterCommands(shown),
    ...createNotificationCommands(shown),
    ...createRecordingCommands({ ...shown, account }),
    ...createTransferCommands({ ...options, ...parts }),
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
      momentSizes: parts.momentSizes,
      indexing: parts.indexing,
      reconcile,
      confirm: publisher.confirm,
      showNotifications: notifications.showWaiting,
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
      notifications.choicesChanged();
      await reconcile();
    },
  };
}
