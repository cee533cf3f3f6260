import type { Log } from './log';

/** Notes that are made beside the listening. */
export interface Bookkeeping {
  /** Makes a note after those before it. It never throws and never stops what it stands beside. */
  keep(what: string, step: () => Promise<unknown>): void;
  /** Resolves when all notes so far have been made, or could not be. */
  done(): Promise<void>;
}

/** Notes that are made one after another. */
export function createBookkeeping(log: Log): Bookkeeping {
  let last: Promise<void> = Promise.resolve();
  return {
    keep: (what, step) => {
      last = last.then(step).then(
        () => undefined,
        (error) => log.warn(`${what} failed`, error),
      );
    },
    done: () => last,
  };
}
