import { FRAME_FAULTS, type FrameFault } from './frame';

/** How many frames were put aside, by why; counts on for as long as it is held. */
export type FaultCounts = Readonly<Record<FrameFault, number>>;

/** Counts the frames that are put aside. */
export interface FaultCounter {
  readonly counts: FaultCounts;
  add(fault: FrameFault): void;
}

/** A counter that begins with nothing. */
export function createFaultCounter(): FaultCounter {
  const counts = Object.fromEntries(FRAME_FAULTS.map((fault) => [fault, 0])) as Record<
    FrameFault,
    number
  >;
  return { counts, add: (fault) => void (counts[fault] += 1) };
}
