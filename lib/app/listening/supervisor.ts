import type { GapReason } from '@/lib/domain/history/gap';
import type { ConnectionJournal } from '../diagnostics/connection-journal';
import type { Listener, ListenerEvents } from './listener';
import type { ListenTarget } from './streamer-plan';

/** What keeping a listener needs. */
export interface SupervisorOptions {
  startListener(who: ListenTarget, events: ListenerEvents): Promise<Listener>;
  journal: Pick<ConnectionJournal, 'faults'>;
}

/** Keeps at most one listener. */
export interface Supervisor {
  /** Listens for them; the listener that does so already is only checked. Throws what starting one throws. */
  listen(who: ListenTarget): Promise<void>;
  /** Resolves when it is noted until when the streamer was heard, and why no longer. */
  stop(why: GapReason): Promise<void>;
  /** Tries again at once where the listener waits for a network. */
  hurry(): void;
  /** Writes down what was put aside of what Twitch sent. */
  recordFrameErrors(): void;
}

/** `events`: whom the listeners tell, one after another. */
export function createSupervisor(
  { startListener: startListening, journal }: SupervisorOptions,
  events: Omit<ListenerEvents, 'planOutdated'>,
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
      // The next listener goes by what the one before has noted.
      await stop(listener?.streamerId === streamer.id ? 'disconnected' : 'other_favorite');
      listener = await startListening(who, {
        ...events,
        planOutdated: () => {
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
