import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { RowView } from '@/lib/domain/view/row-view';
import { rowsIn } from './row-elements';

/** A row counts as seen with half of it on screen, or with as much as a row usually has. */
const ENOUGH = { ratio: 0.5, height: 46 };
const THRESHOLDS = [0, 0.25, 0.5, 0.75, 1];

/**
 * Returns the index of the lowest row that has been on screen, -1 if none has. What is above it was
 * scrolled past.
 */
export function useLowestVisible(
  list: RefObject<HTMLElement | null>,
  rows: readonly RowView[],
  isShown: boolean,
): number {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const ids = rows.map(({ id }) => id).join(' ');
  // Anew whenever a row has come or gone.
  useEffect(() => {
    if (!isShown) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        const visible = entries.flatMap(visibleId);
        if (visible.length > 0) setSeen((before) => new Set([...before, ...visible]));
      },
      { threshold: THRESHOLDS },
    );
    for (const row of rowsIn(list.current)) observer.observe(row);
    return () => observer.disconnect();
  }, [isShown, ids, list]);
  return rows.findLastIndex(({ id }) => seen.has(id));
}

/** Returns the id of a row that is on screen far enough. */
function visibleId(entry: IntersectionObserverEntry): string | [] {
  const { target, intersectionRatio: ratio, intersectionRect: part } = entry;
  if (ratio < ENOUGH.ratio && part.height < ENOUGH.height) return [];
  return (target instanceof HTMLElement && target.dataset['eventId']) || [];
}
