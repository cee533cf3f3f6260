import { FRAME_ERRORS, type FrameError } from './frame';

/** How many frames were put aside, by why; counts on for as long as it is held. */
export type FrameErrorCounts = Readonly<Record<FrameError, number>>;

/** Counts the frames that are put aside. */
export interface FrameErrorCounter {
  readonly counts: FrameErrorCounts;
  add(fault: FrameError): void;
}

/** A counter that begins with nothing. */
export function createFrameErrorCounter(): FrameErrorCounter {
  const counts = Object.fromEntries(FRAME_ERRORS.map((fault) => [fault, 0])) as Record<
    FrameError,
    number
  >;
  return { counts, add: (fault) => void (counts[fault] += 1) };
}
