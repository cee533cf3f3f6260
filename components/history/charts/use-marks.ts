import type { TargetedKeyboardEvent } from 'preact';
import { useState } from 'preact/hooks';

/** The place of a mark in a chart: from the left, and from below. */
export interface Place {
  x: number;
  y: number;
}

const DIRECTIONS: Readonly<Record<string, Place>> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
};

const isSame = (a: Place, b: Place): boolean => a.x === b.x && a.y === b.y;

/**
 * Makes the marks of a chart one stop of the Tab key: the arrow keys, Home and End lead from mark to
 * mark. `places` has the places of all marks, with the one last that Tab leads to at first.
 */
export function useMarks(places: readonly Place[]) {
  const [chosen, setChosen] = useState<Place | null>(null);
  // What was chosen may be gone.
  const current = places.find((place) => chosen !== null && isSame(place, chosen)) ?? places.at(-1);

  function onKeyDown(event: TargetedKeyboardEvent<SVGSVGElement>): void {
    if (current === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = nextPlace(places, current, event.key);
    if (next === undefined) return;
    event.preventDefault();
    event.currentTarget.querySelector<SVGAElement>(`[data-mark="${nameOf(next)}"]`)?.focus();
  }

  /** The attributes of the mark at a place. */
  function markAt(place: Place) {
    return {
      'data-mark': nameOf(place),
      // In SVG, attributes are written as they are.
      tabindex: current !== undefined && isSame(place, current) ? 0 : -1,
      onFocus: () => setChosen(place),
    };
  }

  return { onKeyDown, markAt };
}

const nameOf = ({ x, y }: Place): string => `${x} ${y}`;

/** Returns where a key leads from a place; `undefined` for a key or a direction that leads nowhere. */
export function nextPlace(places: readonly Place[], from: Place, key: string): Place | undefined {
  const inRow = places.filter(({ y }) => y === from.y).toSorted((a, b) => a.x - b.x);
  if (key === 'Home') return inRow.at(0);
  if (key === 'End') return inRow.at(-1);
  const direction = DIRECTIONS[key];
  if (direction === undefined) return undefined;
  const isUpOrDown = direction.x === 0;
  const steps = ({ x, y }: Place) => (x - from.x) * direction.x + (y - from.y) * direction.y;
  const aside = ({ x, y }: Place) => Math.abs(isUpOrDown ? x - from.x : y - from.y);
  return places
    .filter((place) => steps(place) > 0 && (!isUpOrDown || place.x === from.x))
    .toSorted((a, b) => steps(a) - steps(b) || aside(a) - aside(b))
    .at(0);
}
