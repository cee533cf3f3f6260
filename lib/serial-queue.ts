import type { Log } from './log';

/** Notes that are made beside the listening. */
export interface SerialQueue {
  /** Makes a note after those before it. It never throws and never stops what it stands beside. */
  enqueue(what: string, step: () => Promise<unknown>): void;
  /** Resolves when all notes so far have been made, or could not be. */
  idle(): Promise<void>;
}

/** Notes that are made one after another. */
export function createSerialQueue(log: Log): SerialQueue {
  let last: Promise<void> = Promise.resolve();
  return {
    enqueue: (what, step) => {
      last = last.then(step).then(
        () => undefined,
        (error) => log.warn(`${what} failed`, error),
      );
    },
    idle: () => last,
  };
}
