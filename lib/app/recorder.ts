import type { StreamEvent } from '@/lib/domain/event';
import type { StoredEvent } from '@/lib/domain/row';
import type { Log } from '@/lib/log';

/** What recording needs, and whom it tells. */
export interface RecorderOptions {
  /** Writes events in one transaction and gives those that were new. */
  write(events: readonly StreamEvent[]): Promise<StoredEvent[]>;
  /** After the commit, with what is in the log now. */
  recorded(events: readonly StoredEvent[]): void;
  /** Nothing was written; the events are kept and tried again. */
  failed(error: unknown): void;
  log: Log;
}

/** Takes events in and writes them to the log. */
export interface Recorder {
  add(event: StreamEvent): void;
  /** Tries again to write what could not be written. Resolves when nothing is under way. */
  flush(): Promise<void>;
}

/** Beyond this many unwritten events the oldest are given up, rather than the browser's memory. */
const KEPT_AT_MOST = 10_000;

/**
 * Writes events as they come. While one transaction runs, the next ones gather and then share one,
 * so that a flood costs few transactions and a single event waits for nothing.
 */
export function createRecorder({ write, recorded, failed, log }: RecorderOptions): Recorder {
  let pending: StreamEvent[] = [];
  let running: Promise<void> | null = null;

  /** Writes all that is pending; gives whether it could. */
  async function drain(): Promise<boolean> {
    while (pending.length > 0) {
      const batch = pending;
      pending = [];
      try {
        recorded(await write(batch));
      } catch (error) {
        pending = [...batch, ...pending].slice(-KEPT_AT_MOST);
        log.warn('events could not be stored', error);
        failed(error);
        return false;
      }
    }
    return true;
  }

  function flush(): Promise<void> {
    running ??= drain().then((isWritten) => {
      running = null;
      // An event that came between the last look and this moment is not left lying.
      return isWritten && pending.length > 0 ? flush() : undefined;
    });
    return running;
  }

  return {
    add: (event) => {
      pending.push(event);
      void flush();
    },
    flush,
  };
}
