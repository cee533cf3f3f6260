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
  let currentKey = '';
  let stopped: Promise<void> = Promise.resolve();

  function recordFrameErrors(): void {
    if (listener !== null) journal.frameErrors(listener, listener.frameErrors);
  }

  function stop(reason: GapReason): Promise<void> {
    recordFrameErrors();
    stopped = listener?.stop(reason) ?? stopped;
    listener = null;
    return stopped;
  }

  return {
    listen: async (target) => {
      const { account, streamer } = target;
      const key = JSON.stringify([account.token, streamer.id, target.recordingOptions]);
      if (listener !== null && key === currentKey) {
        listener.renamed(streamer);
        return listener.check();
      }
      // The next listener reads what this one stores.
      await stop(listener?.streamerId === streamer.id ? 'disconnected' : 'other_favorite');
      listener = await startListener(target, {
        ...events,
        planOutdated: () => {
          // The next call of `listen` replaces the listener.
          currentKey = '';
        },
      });
      currentKey = key;
    },
    stop,
    hurry: () => listener?.hurry(),
    recordFrameErrors,
  };
}
