import { isSameSignIn } from '@/lib/db/accounts';
import type { GapReason } from '@/lib/domain/history/gap';
import type { ConnectionJournal } from '../diagnostics/connection-journal';
import type { Listener, ListenerEvents } from './listener';
import type { ListenTarget } from './streamer-plan';

/** Dependencies of {@link createSupervisor}. */
export interface SupervisorOptions {
  startListener(target: ListenTarget, events: ListenerEvents): Promise<Listener>;
  journal: Pick<ConnectionJournal, 'frameErrors'>;
}

/** Runs at most one listener, and replaces it when its target changes. */
export interface Supervisor {
  /**
   * Starts a listener for this target. If one is running for it already, only checks that one.
   * Throws what `startListener` throws.
   */
  listen(target: ListenTarget): Promise<void>;
  /** Resolves when the end of listening and its reason are stored. */
  stop(reason: GapReason): Promise<void>;
  /** Retries immediately if the listener waits for a network. */
  hurry(): void;
  /** Adds the discarded frames since the last call to the journal. */
  recordFrameErrors(): void;
}

/** Creates a supervisor. Every listener that it starts reports to `events`. */
export function createSupervisor(
  { startListener, journal }: SupervisorOptions,
  events: Omit<ListenerEvents, 'planOutdated'>,
): Supervisor {
  let listener: Listener | null = null;
  /** The part of the target that the listener was planned for. */
  let currentPlan = '';
  let stopped: Promise<void> = Promise.resolve();

  // The next call of `listen` plans again.
  const planOutdated = () => void (currentPlan = '');

  function recordFrameErrors(): void {
    if (listener !== null) journal.frameErrors(listener, listener.frameErrors);
  }

  function stop(reason: GapReason): Promise<void> {
    recordFrameErrors();
    stopped = listener?.stop(reason) ?? stopped;
    listener = null;
    return stopped;
  }

  async function start(target: ListenTarget): Promise<Listener> {
    // The next listener reads what this one stores.
    await stop('disconnected');
    return await startListener(target, { ...events, planOutdated });
  }

  async function change(running: Listener, target: ListenTarget): Promise<void> {
    recordFrameErrors();
    try {
      await running.change(target);
    } catch (error) {
      // Between two plans it is of no use. The next call of `listen` starts another one.
      await stop('disconnected');
      throw error;
    }
  }

  return {
    listen: async (target) => {
      const plan = planKeyOf(target);
      if (listener === null || !isSameSignIn(listener.target.account, target.account)) {
        listener = await start(target);
      } else if (currentPlan !== plan) {
        await change(listener, target);
      } else {
        listener.renamed(target);
        listener.check();
      }
      currentPlan = plan;
    },
    stop,
    hurry: () => listener?.hurry(),
    recordFrameErrors,
  };
}

/** Returns a text that is the same as long as the same is planned with the same token. */
function planKeyOf({ account, streamers }: ListenTarget): string {
  const planned = streamers.map(({ streamer, ...choices }) => [streamer.id, choices]);
  return JSON.stringify([account.token, planned]);
}
