import type { Log } from './log';

/** Runs tasks one after another. */
export interface SerialQueue {
  /**
   * Runs a task when all earlier ones have ended. Does not wait for it and never throws: if the
   * task fails, that is logged under `name`, and the queue continues.
   */
  enqueue(name: string, task: () => Promise<unknown>): void;
  /** Resolves when all tasks that were added so far have ended. */
  idle(): Promise<void>;
}

/** Creates an empty queue. */
export function createSerialQueue(log: Log): SerialQueue {
  let last: Promise<void> = Promise.resolve();
  return {
    enqueue: (name, task) => {
      last = last.then(task).then(
        () => undefined,
        (error) => log.warn(`${name} failed`, error),
      );
    },
    idle: () => last,
  };
}
