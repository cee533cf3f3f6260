/**
 * Returns the index of the tab that a key selects, or `null`. Arrow keys move in the direction that
 * they show, and around both ends: https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 */
export function tabOfKey(
  key: string,
  current: number,
  { count, isRightToLeft }: { count: number; isRightToLeft: boolean },
): number | null {
  const next = (current + 1) % count;
  const previous = (current + count - 1) % count;
  if (key === 'ArrowRight') return isRightToLeft ? previous : next;
  if (key === 'ArrowLeft') return isRightToLeft ? next : previous;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}
