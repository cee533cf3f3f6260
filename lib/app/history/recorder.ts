import type { StreamEvent } from '@/lib/domain/event/event';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { Log } from '@/lib/log';
import type { Clock } from '@/lib/time';

/** What recording needs, and whom it tells. */
export interface RecorderOptions {
  /** Writes events in one transaction and gives those that were new. */
  write(events: readonly StreamEvent[]): Promise<StoredEvent[]>;
  /** After the commit, with what is in the log now. */
  recorded(events: readonly StoredEvent[]): void;
  /** Nothing was written; the events are kept and tried again. */
  failed(error: unknown): void;
  clock: Clock;
  log: Log;
}

/** Takes events in and writes them to the log. */
export interface Recorder {
  add(event: StreamEvent): void;
  /** Tries again to write what could not be written. Resolves when nothing is under way. */
  flush(): Promise<void>;
  /** When the oldest event came in that is not in the log yet; `null` where all are. */
  unwrittenSince(): number | null;
}

interface Came {
  event: StreamEvent;
  at: number;
}

/** Beyond this many unwritten events the oldest are given up, rather than the browser's memory. */
const KEPT_AT_MOST = 10_000;

/**
 * Writes events as they come. While one transaction runs, the next ones gather and then share one,
 * so that a flood costs few transactions and a single event waits for nothing.
 */
export function createRecorder(options: RecorderOptions): Recorder {
  const { write, recorded, failed, clock, log } = options;
  let pending: Came[] = [];
  let writing: Came[] = [];
  let running: Promise<void> | null = null;

  /** Writes all that is pending; gives whether it could. */
  async function drain(): Promise<boolean> {
    while (pending.length > 0) {
      writing = pending;
      pending = [];
      try {
        const stored = await write(writing.map(({ event }) => event));
        writing = [];
        recorded(stored);
      } catch (error) {
        pending = [...writing, ...pending].slice(-KEPT_AT_MOST);
        writing = [];
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
      pending.push({ event, at: clock.now() });
      void flush();
    },
    flush,
    unwrittenSince: () => (writing[0] ?? pending[0])?.at ?? null,
  };
}
