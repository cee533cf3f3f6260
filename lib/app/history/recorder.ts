import type { StreamEvent } from '@/lib/domain/event/event';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { Log } from '@/lib/log';
import type { Clock } from '@/lib/time';

/**
 * Called after each commit with the events that are new in the log, in order of arrival. It may be
 * an empty list: a commit may only update the progress of a stored event, such as a poll. `written`
 * are all events of the commit, also those that update stored ones or that are known.
 */
export type RecordSubscriber = (
  events: readonly StoredEvent[],
  written: readonly StreamEvent[],
) => void | Promise<void>;

/** Dependencies of {@link createRecorder}. */
export interface RecorderOptions {
  /** Writes events in one transaction and returns those that were new. */
  write(events: readonly StreamEvent[]): Promise<StoredEvent[]>;
  /**
   * Called in this order. The recorder waits for none of them, and an error of one of them stops
   * neither the others nor the recorder.
   */
  subscribers: readonly RecordSubscriber[];
  /** Called when nothing was written. The events are kept for the next try. */
  failed(error: unknown): void;
  clock: Clock;
  log: Log;
}

/** Writes events to the log. */
export interface Recorder {
  /** Writes an event as soon as possible. */
  record(event: StreamEvent): void;
  /** Writes the pending events, also those of a failed write. Resolves when no write is running. */
  flush(): Promise<void>;
  /** Returns when the oldest event arrived that is not in the log yet; `null` if all are. */
  unwrittenSince(): number | null;
}

interface PendingEvent {
  event: StreamEvent;
  /** Milliseconds since 1970. */
  arrivedAt: number;
}

/** If there are more unwritten events, the oldest are dropped to limit the use of memory. */
const MAX_PENDING = 10_000;

/**
 * Creates a recorder. Events that arrive during a transaction share the next one, so a flood of
 * events needs few transactions, and a single event is written at once. No timer is involved.
 */
export function createRecorder(options: RecorderOptions): Recorder {
  const { write, subscribers, failed, clock, log } = options;
  let pending: PendingEvent[] = [];
  let writing: PendingEvent[] = [];
  let running: Promise<void> | null = null;

  async function notify(
    subscriber: RecordSubscriber,
    events: readonly StoredEvent[],
    written: readonly StreamEvent[],
  ): Promise<void> {
    try {
      await subscriber(events, written);
    } catch (error) {
      log.warn('a subscriber of the recorder failed', error);
    }
  }

  /** Writes all pending events. Returns false if that failed. */
  async function drain(): Promise<boolean> {
    // Events that are recorded one after another, as backfill does, share the first transaction.
    await Promise.resolve();
    while (pending.length > 0) {
      writing = pending;
      pending = [];
      try {
        const written = writing.map(({ event }) => event);
        const stored = await write(written);
        writing = [];
        for (const subscriber of subscribers) void notify(subscriber, stored, written);
      } catch (error) {
        pending = [...writing, ...pending].slice(-MAX_PENDING);
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
      // An event may have arrived after `drain` last looked.
      return isWritten && pending.length > 0 ? flush() : undefined;
    });
    return running;
  }

  return {
    record: (event) => {
      pending.push({ event, arrivedAt: clock.now() });
      void flush();
    },
    flush,
    unwrittenSince: () => (writing[0] ?? pending[0])?.arrivedAt ?? null,
  };
}
