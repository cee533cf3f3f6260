import { FRAME_ERRORS, type FrameError } from './frame';

/** The number of discarded frames by error. It grows as long as the object is in use. */
export type FrameErrorCounts = Readonly<Record<FrameError, number>>;

/** Counts discarded frames. */
export interface FrameErrorCounter {
  readonly counts: FrameErrorCounts;
  add(error: FrameError): void;
}

/** Creates a counter with 0 for each error. */
export function createFrameErrorCounter(): FrameErrorCounter {
  const counts = Object.fromEntries(FRAME_ERRORS.map((error) => [error, 0])) as Record<
    FrameError,
    number
  >;
  return { counts, add: (error) => void (counts[error] += 1) };
}
