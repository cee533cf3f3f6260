import type { TokenSource } from '@/lib/app/account/account-manager';
import { type SignInOptions, signIn } from '@/lib/app/account/sign-in';
import { type Background, createBackground } from '@/lib/app/background';
import { createConnectionJournal } from '@/lib/app/diagnostics/connection-journal';
import { createSeenMark } from '@/lib/app/feed/seen-mark';
import type { BackoffStorage } from '@/lib/app/listening/backoff-store';
import { startListener } from '@/lib/app/listening/listener';
import { createNotifications } from '@/lib/app/notifications/notifications';
import type { Database } from '@/lib/db/database';
import type { NotificationDevice } from '@/lib/domain/notification/shown';
import type { Badge } from '@/lib/domain/view/badge';
import type { Log } from '@/lib/log';
import { toldStorage } from '@/lib/settings/background/told';
import { clientIdItem } from '@/lib/settings/client-id';
import { journalItem } from '@/lib/settings/connection-journal';
import { lastSignOutItem } from '@/lib/settings/last-sign-out';
import { removedStreamerItem } from '@/lib/settings/removed-streamer';
import { changeRoster, readRoster } from '@/lib/settings/roster';
import { readSeen, storeSeen } from '@/lib/settings/seen-watermark';
import { changeFilter, changeNotifications, readSettings } from '@/lib/settings/settings';
import type { Clock } from '@/lib/time';
import type { Credentials } from '@/lib/twitch/auth/credentials';
import type { Validation } from '@/lib/twitch/auth/token';
import type { Socket } from '@/lib/twitch/eventsub/socket/socket-connection';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import { composePublisher } from './compose-publisher';
import { readListSettings, readNotificationChoices } from './read-list-settings';

/** The host id.twitch.tv, which issues, validates and revokes tokens. */
export interface IdHost {
  /** Returns the URL to which Twitch sends the user after the sign-in. */
  redirectUri(): string;
  /** Shows a sign-in page and returns the URL at which it ended. Throws a `ProblemError`. */
  launchAuthFlow(url: string): Promise<string>;
  /** Does the same without showing the page. Throws a `ProblemError` if the user has to see it. */
  launchUnseenAuthFlow(url: string): Promise<string>;
  validate(token: string): Promise<Validation>;
  revoke(clientId: string, token: string): Promise<void>;
}

/**
 * Everything that the background uses from the outside world, apart from `browser.storage`. The
 * extension and the tests run the same {@link compose}, each with its own environment.
 */
export interface Environment {
  createDatabase(): Database;
  clock: Clock;
  log: Log;
  /** Returns a number from 0 up to 1, for random delays. */
  random(): number;
  /** Returns a value that cannot be guessed, for the `state` of a sign-in. */
  randomState(): string;
  openSocket(url: string): Socket;
  /** Returns a Helix client that acts for one account. */
  apiFor(credentials: Credentials): TwitchApi;
  idHost: IdHost;
  /** The Client ID of this build; empty if it has none. */
  builtInClientId: string;
  /** Stores the backoff of the listener, so that it survives the end of the worker. */
  backoff: BackoffStorage;
  /** Shows a badge and a title on the toolbar button. */
  showBadge(badge: Badge, title: string): Promise<void>;
  notifications: NotificationDevice;
  /** Opens a section of the options page. */
  openOptions(section: string): Promise<void>;
  /** Runs one task at a time, across all contexts of the extension. */
  exclusively(run: () => Promise<void>): Promise<void>;
}

/** Wires the background together. The integration tests run the same wiring. */
export async function compose(environment: Environment): Promise<Background> {
  const { clock, log, random, openSocket, apiFor, backoff } = environment;
  const db = environment.createDatabase();
  const seenMark = createSeenMark({ db, load: readSeen, store: storeSeen, clock });
  return createBackground({
    db,
    clock,
    log,
    apiFor,
    publisher: await composePublisher({
      db,
      readSeen: seenMark.read,
      readListSettings: (streamerId) => readListSettings(db, streamerId),
      clock,
      log,
      showBadge: environment.showBadge,
    }),
    journal: createConnectionJournal({
      initial: await journalItem.getValue(),
      write: (journal) => journalItem.setValue(journal),
      clock,
      log,
    }),
    startListening: (target, events) =>
      startListener(target, { db, clock, log, random, openSocket, apiFor, backoff }, events),
    tokens: composeTokens(environment),
    rosterOf: readRoster,
    changeRoster,
    lastRemoved: removedStreamerItem,
    changeNotifications,
    areNotificationsOn: async () =>
      (await readSettings()).notifications.isOn && (await environment.notifications.isAllowed()),
    openNotificationOptions: () => environment.openOptions('notifications'),
    changeFilterForAll: (change) => changeFilter('feed', change),
    seenMark,
    notifications: createNotifications({
      db,
      clock,
      log,
      device: environment.notifications,
      readChoices: () => readNotificationChoices(db),
      told: toldStorage,
    }),
    lastSignOut: lastSignOutItem,
    hasClientId: async () => (await clientIdOf(environment)) !== '',
    readListSettings: (streamerId) => readListSettings(db, streamerId),
    readRecording: async () => (await readSettings()).recording,
    readAppearance: async () => (await readSettings()).appearance,
    readMoments: async () => (await readSettings()).moments,
    readRetention: async () => (await readSettings()).retention,
    exclusively: environment.exclusively,
  });
}

/** Returns the Client ID to sign in with; empty if there is none. */
async function clientIdOf({ builtInClientId }: Environment): Promise<string> {
  return (await clientIdItem.getValue()) || builtInClientId;
}

function composeTokens(environment: Environment): TokenSource {
  const { idHost, apiFor, randomState, clock } = environment;
  const { validate, revoke } = idHost;
  const signInWith = async (
    request: Pick<SignInOptions, 'scopes' | 'clientId' | 'mustAsk' | 'launchAuthFlow'>,
  ) =>
    await signIn({
      ...request,
      redirectUri: idHost.redirectUri(),
      validate,
      apiFor,
      randomState,
      clock,
    });
  return {
    signIn: async (scopes, mustAsk) => {
      const clientId = await clientIdOf(environment);
      return await signInWith({ scopes, clientId, mustAsk, launchAuthFlow: idHost.launchAuthFlow });
    },
    renew: async ({ scopes, clientId }) =>
      await signInWith({ scopes, clientId, launchAuthFlow: idHost.launchUnseenAuthFlow }),
    validate,
    revoke,
  };
}
