import { HOUR } from '@/lib/time';
import { VALIDATE_EVERY_MS } from '@/lib/twitch/auth/token';
import type { AccountManager } from './account/account-manager';
import type { FollowGrouping } from './history/group-follows';
import type { Indexing } from './history/indexing';
import type { MomentSizesJob } from './history/moment-sizes';
import type { Recorder } from './history/recorder';
import type { RetentionJob } from './history/retention';
import type { Supervisor } from './listening/supervisor';

/** Twitch users may rename themselves at any time. */
const REFRESH_NAMES_EVERY_MS = HOUR;

/** Dependencies of {@link createMaintenance}. */
export interface MaintenanceOptions {
  account: Pick<AccountManager, 'validate' | 'renew'>;
  listening: Pick<Supervisor, 'hurry' | 'recordFrameErrors'>;
  recorder: Pick<Recorder, 'flush'>;
  followGrouping: Pick<FollowGrouping, 'groupDue'>;
  retention: Pick<RetentionJob, 'deleteOldEvents'>;
  /** Tells the screens how they look: it may have changed while nothing was running. */
  showAppearance(): Promise<void>;
  momentSizes: Pick<MomentSizesJob, 'refreshNext'>;
  indexing: Pick<Indexing, 'advance'>;
  reconcile(): Promise<void>;
  /** Confirms to the screens that the background is at work. */
  confirm(): void;
  /** Shows the notifications that the last worker, or a timer that did not run, has left. */
  showNotifications(): void;
  /** Asks Twitch for the names of viewer and favorite, unless that was done recently. */
  refreshNames(maxAgeMs: number): Promise<void>;
}

/** Work that the background does by itself, without a command. */
export interface Maintenance {
  /** Called once when the worker starts. Listens again and validates the token. */
  start(): Promise<void>;
  /** Called twice a minute. Does what timers missed, and what the last worker did not finish. */
  tick(): Promise<void>;
  /** Called when the network is back. Connects at once. */
  hurry(): void;
  /** Called when the user wants to try again. Connects at once, and does what a tick does. */
  retry(): Promise<void>;
}

/** Creates the maintenance. Nothing happens before `start`. */
export function createMaintenance(options: MaintenanceOptions): Maintenance {
  const { account, listening, recorder, followGrouping, retention, reconcile } = options;
  const { confirm, showNotifications, refreshNames, showAppearance, momentSizes, indexing } =
    options;

  async function tick(): Promise<void> {
    confirm();
    listening.recordFrameErrors();
    await recorder.flush();
    showNotifications();
    await followGrouping.groupDue();
    await reconcile();
    await account.validate(VALIDATE_EVERY_MS);
    await account.renew();
    await refreshNames(REFRESH_NAMES_EVERY_MS);
    await retention.deleteOldEvents();
    await momentSizes.refreshNext();
    await indexing.advance();
  }

  return {
    start: async () => {
      await showAppearance();
      await reconcile();
      showNotifications();
      await followGrouping.groupDue();
      await account.validate(0);
      await account.renew();
      await refreshNames(0);
      await indexing.advance();
    },
    tick,
    hurry: listening.hurry,
    retry: async () => {
      listening.hurry();
      await tick();
    },
  };
}
