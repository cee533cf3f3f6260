import { VALIDATE_EVERY_MS } from '@/lib/twitch/auth/auth';
import type { AccountManager } from './account/account-manager';
import type { FollowGrouping } from './history/group-follows';
import type { Recorder } from './history/recorder';
import type { RetentionJob } from './history/retention';
import type { Supervisor } from './listening/supervisor';

/** Dependencies of {@link createMaintenance}. */
export interface MaintenanceOptions {
  account: Pick<AccountManager, 'validate' | 'renew'>;
  listening: Pick<Supervisor, 'hurry' | 'recordFrameErrors'>;
  recorder: Pick<Recorder, 'flush'>;
  folding: Pick<FollowGrouping, 'fold'>;
  housekeeping: Pick<RetentionJob, 'sweep'>;
  reconcile(): Promise<void>;
}

/** What the background does by itself, without a command. */
export interface Maintenance {
  /** Called once when the worker starts: listens again, and validates the token. */
  start(): Promise<void>;
  /** Called twice a minute: repairs whatever timers have missed or the end of a worker has left. */
  tick(): Promise<void>;
  /** Called when the network is back: connects at once. */
  hurry(): void;
}

/** Creates the maintenance. Nothing happens before `start`. */
export function createMaintenance(options: MaintenanceOptions): Maintenance {
  const { account, listening, recorder, folding, housekeeping, reconcile } = options;
  return {
    start: async () => {
      await reconcile();
      await folding.fold();
      await account.validate(0);
      await account.renew();
    },
    tick: async () => {
      listening.recordFrameErrors();
      await recorder.flush();
      await folding.fold();
      await reconcile();
      await account.validate(VALIDATE_EVERY_MS);
      await account.renew();
      await housekeeping.sweep();
    },
    hurry: listening.hurry,
  };
}
