import type { GapReason } from '@/lib/domain/history/gap';
import type { ConnectionJournal } from '../diagnostics/connection-journal';
import type { Listener, ListenerEvents, ListenTarget } from './listener';

/** Dependencies of {@link createSupervisor}. */
export interface SupervisorOptions {
  startListener(who: ListenTarget, events: ListenerEvents): Promise<Listener>;
  journal: Pick<ConnectionJournal, 'faults'>;
}

/** Runs at most one listener. */
export interface Supervisor {
  /**
   * Listens with this account to this streamer. A listener that already does so is only checked.
   * Throws what `startListening` throws.
   */
  listen(who: ListenTarget): Promise<void>;
  /** Resolves when the end of listening and its reason are stored. */
  stop(why: GapReason): Promise<void>;
  /** Connects at once if the listener waits for a network. */
  hurry(): void;
  /** Writes the number of frames that could not be read to the journal. */
  recordFrameErrors(): void;
}

/** Creates a keeper without a listener. All its listeners report to `events`. */
export function createSupervisor(
  { startListener: startListening, journal }: SupervisorOptions,
  events: Omit<ListenerEvents, 'outdated'>,
): Supervisor {
  let listener: Listener | null = null;
  let target = '';
  let stopped: Promise<void> = Promise.resolve();

  function noteFaults(): void {
    if (listener !== null) journal.faults(listener, listener.frameErrors);
  }

  function stop(why: GapReason): Promise<void> {
    noteFaults();
    stopped = listener?.stop(why) ?? stopped;
    listener = null;
    return stopped;
  }

  return {
    listen: async (who) => {
      const { account, streamer, recording } = who;
      const wanted = JSON.stringify([account.token, streamer.id, recording]);
      if (listener !== null && wanted === target) return listener.check();
      // The next listener reads what this one stores when it stops.
      await stop(listener?.streamerId === streamer.id ? 'disconnected' : 'other_favorite');
      listener = await startListening(who, {
        ...events,
        outdated: () => {
          target = '';
        },
      });
      target = wanted;
    },
    stop,
    hurry: () => listener?.hurry(),
    recordFrameErrors: noteFaults,
  };
}
