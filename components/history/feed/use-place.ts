import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { rowOfId, rowsIn } from '@/components/feed/list/row-elements';
import { readHistoryAddress } from '@/lib/domain/view/history-address';
import type { RowWindow } from '@/lib/domain/view/row-window';
import { systemClock } from '@/lib/time';
import { keepPlace, keepWaitingPlace, type Place, rowsKey, setWaitingPlace } from './place';

/** Browsers refuse to write an address at every frame. */
const PAUSE_MS = 150;
const SETTLING_FRAMES = 6;
/** So many rows above the visible ones are read again, too. */
const ROWS_ABOVE = 25;

interface PlaceOptions {
  /** Says which rows the list has. */
  key: string;
  list: RowWindow;
  /** Where to begin; `null` for the top. */
  start: Place | null;
}

/**
 * Makes the browser keep the place in a list with the address, and returns to it. The place is that of
 * a row, because what is above it may have changed.
 */
export function usePlace(
  scroller: RefObject<HTMLElement | null>,
  { key, list, start }: PlaceOptions,
): { onScroll: () => void } {
  const shown = useRef(list);
  shown.current = list;
  const stop = useRef<(() => void) | undefined>(undefined);

  useLayoutEffect(() => {
    if (start === null || scroller.current === null) return undefined;
    return settleAt(scroller.current, start);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only at first
  }, []);
  useEffect(
    () => () => {
      stop.current?.();
      setWaitingPlace(null);
    },
    [],
  );

  function keep(): void {
    // The user may have gone on since.
    if (scroller.current === null || rowsKey(readHistoryAddress(location.search)) !== key) return;
    keepPlace(placeIn(scroller.current, shown.current));
  }

  return {
    onScroll: () => {
      stop.current?.();
      setWaitingPlace(keep);
      stop.current = systemClock.after(PAUSE_MS, keepWaitingPlace);
    },
  };
}

const topOf = (element: Element): number => element.getBoundingClientRect().top;

/**
 * Scrolls to a place, and stays there for some frames: rows have their height only once they come near
 * the visible part. Returns a function that ends it.
 */
function settleAt(scroller: HTMLElement, { row, offset }: Place): () => void {
  let frame = 0;
  function step(left: number): void {
    const element = rowOfId(scroller, row);
    if (element === undefined || left === 0) return;
    scroller.scrollTop += topOf(element) - topOf(scroller) - offset;
    frame = requestAnimationFrame(() => step(left - 1));
  }
  step(SETTLING_FRAMES);
  return () => cancelAnimationFrame(frame);
}

function placeIn(scroller: HTMLElement, { rows, isAtTop }: RowWindow): Place | null {
  if (isAtTop && scroller.scrollTop === 0) return null;
  const top = topOf(scroller);
  const element = rowsIn(scroller).find((row) => row.getBoundingClientRect().bottom > top);
  const row = element?.dataset['eventId'];
  if (element === undefined || row === undefined) return null;
  const above = rows[rows.findIndex(({ id }) => id === row) - ROWS_ABOVE];
  const first = isAtTop ? undefined : rows[0];
  return { after: (above ?? first)?.id ?? null, row, offset: topOf(element) - top };
}
