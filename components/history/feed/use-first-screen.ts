import { useEffect, useMemo, useState } from 'preact/hooks';
import { systemClock } from '@/lib/time';

/** As many rows as a large window shows at once. */
const FIRST_ROWS = 24;

/**
 * Returns the rows of a list to render: at first those that are on screen, and all of them once these are
 * painted. With `areAllNeeded`, all of them at once, because the list does not begin at its top.
 */
export function useFirstScreen<Row>(rows: readonly Row[], areAllNeeded: boolean): readonly Row[] {
  const [isPainted, setIsPainted] = useState(areAllNeeded);
  // An effect alone would come between the frame and its paint.
  useEffect(() => systemClock.after(0, () => setIsPainted(true)), []);
  return useMemo(() => (isPainted ? rows : rows.slice(0, FIRST_ROWS)), [rows, isPainted]);
}
