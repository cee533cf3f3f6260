/** A free place in the window, in pixels: distances from the edges, and the size. */
export interface Slot {
  right: number;
  top: number;
  width: number;
  height: number;
}

/** A column of the window in which a slot may be. */
export interface Place {
  /** The left edge. */
  x: number;
  width: number;
  obstacles: readonly DOMRect[];
}

/** What a slot must be like. */
interface SlotRules {
  window: { width: number };
  top: number;
  bottom: number;
  /** The distance from obstacles above and below. */
  gap: number;
  /** The minimum height. */
  least: number;
  /** The height that is enough. */
  wanted: number;
  /** The maximum height. */
  most: number;
  /** At most a third of this is covered. */
  spared: DOMRect | null;
}

/**
 * Returns the first slot with the wanted height, else the highest one. Its height is 0 if there is
 * none. The places are in the order of preference.
 */
export function bestSlot(places: readonly Place[], rules: SlotRules): Slot {
  const { window, top, wanted } = rules;
  const inside = places.filter(({ x, width }) => x >= 0 && x + width <= window.width);
  let best: Slot = { right: 0, top, width: places[0]?.width ?? 0, height: 0 };
  // Nearly always, one of the first places is good enough, and the others are never looked at.
  for (const place of inside) {
    for (const slot of slotsIn(place, rules)) {
      if (slot.height >= wanted) return slot;
      if (slot.height > best.height) best = slot;
    }
  }
  return best;
}

/** Returns the slots of one place, from the top. */
function slotsIn({ x, width, obstacles }: Place, rules: SlotRules): Slot[] {
  const { window, top, bottom, gap } = rules;
  const inTheWay = obstacles
    .filter((rect) => rect.width > 0 && rect.left < x + width && rect.right > x)
    .toSorted((one, other) => one.top - other.top);
  const slots: Slot[] = [];
  const add = (from: number, to: number) => {
    const start = Math.ceil(from);
    const height = Math.floor(
      Math.min(to - start, rules.most, unspared(x, x + width, start, rules.spared)),
    );
    if (height >= rules.least)
      slots.push({ right: Math.round(window.width - x - width), top: start, width, height });
  };
  let free = top;
  for (const rect of inTheWay) {
    add(free, Math.min(bottom, rect.top - gap));
    free = Math.max(free, rect.bottom + gap);
  }
  add(free, bottom);
  return slots;
}

/** Returns the height at which a slot covers a third of what is spared. */
export function unspared(left: number, right: number, top: number, spared: DOMRect | null): number {
  if (spared === null || top >= spared.bottom) return Infinity;
  const overlap = Math.min(right, spared.right) - Math.max(left, spared.left);
  if (overlap <= 0) return Infinity;
  const height = (spared.width * spared.height) / 3 / overlap;
  return Math.max(spared.top - top, 0) + height;
}
