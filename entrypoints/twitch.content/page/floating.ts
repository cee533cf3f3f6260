import type { FloatingBox } from '@/lib/settings/panel-choice';
import { LEAST_HEIGHT, MIN_WIDTH } from './beside';
import { GAP, type Layout, overlap, type PageView } from './layout';
import { type Slot, unspared } from './slots';

const MAX_WIDTH = 560;

/** The part of the window in which the panel may float, and its size. */
export interface Area {
  /** The width of the window, without its scroll bar. */
  windowWidth: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Returns the part of the window in which the panel may float. */
export function floatingArea(
  view: Pick<PageView, 'width'>,
  { top, bottom, scrollBar }: Layout,
): Area {
  const isAtEnd = scrollBar !== null && scrollBar.right >= view.width - GAP;
  const right = (isAtEnd ? scrollBar.left : view.width) - GAP;
  return { windowWidth: view.width, left: GAP, top, right, bottom };
}

const within = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(value, most));

/** Returns the box in the area that is wanted, whatever is below it. */
export function wantedRect({ x, y, width, height }: FloatingBox, area: Area): DOMRect {
  const room = { width: area.right - area.left, height: area.bottom - area.top };
  const w = within(width, Math.min(MIN_WIDTH, room.width), Math.min(MAX_WIDTH, room.width));
  const h = within(height, Math.min(LEAST_HEIGHT, room.height), room.height);
  return new DOMRect(
    Math.round(area.left + within(x, 0, 1) * (room.width - w)),
    Math.round(area.top + within(y, 0, 1) * (room.height - h)),
    Math.round(w),
    Math.round(h),
  );
}

/** Returns the wanted box of a rectangle: the opposite of {@link wantedRect}. */
export function boxOf(rect: DOMRect, area: Area): FloatingBox {
  const width = within(rect.width, MIN_WIDTH, Math.min(MAX_WIDTH, area.right - area.left));
  const height = within(rect.height, LEAST_HEIGHT, area.bottom - area.top);
  const free = { x: area.right - area.left - width, y: area.bottom - area.top - height };
  return {
    x: free.x > 0 ? within((rect.left - area.left) / free.x, 0, 1) : 0,
    y: free.y > 0 ? within((rect.top - area.top) / free.y, 0, 1) : 0,
    width,
    height,
  };
}

/**
 * Returns where the panel floats: where it is wanted, or at the nearest place that covers no control,
 * no scroll bar and at most a third of the video. Its height is 0 if there is none.
 */
export function floatingSlot(view: PageView, layout: Layout, box: FloatingBox): Slot {
  const area = floatingArea(view, layout);
  const wanted = wantedRect(box, area);
  const { controls, navigation, scrollBar, player } = layout;
  const obstacles = [...controls, navigation, scrollBar].filter((rect) => rect !== null);
  const free = nearestFree(wanted, area, obstacles, player);
  if (free === null) return { right: 0, top: wanted.top, width: wanted.width, height: 0 };
  const right = Math.round(view.width - free.right);
  return { right, top: free.top, width: free.width, height: free.height };
}

/** Returns the rectangle as high as it may be to leave two thirds of the video free. */
function sparing(rect: DOMRect, player: DOMRect | null): DOMRect {
  const most = Math.floor(unspared(rect.left, rect.right, rect.top, player));
  return new DOMRect(rect.left, rect.top, rect.width, Math.min(rect.height, most));
}

/** Heights to try where the panel is too high: the panel is of use even when it is low. */
const LOWER = [420, 280, LEAST_HEIGHT];

function nearestFree(
  wanted: DOMRect,
  area: Area,
  obstacles: readonly DOMRect[],
  player: DOMRect | null,
): DOMRect | null {
  const isFree = (rect: DOMRect) =>
    rect.height >= LEAST_HEIGHT && obstacles.every((obstacle) => overlap(rect, obstacle) === 0);
  const { left, top, width, height } = wanted;
  for (const high of [height, ...LOWER.filter((lower) => lower < height)]) {
    const first = new DOMRect(left, top, width, high);
    // Nearly always, nothing is in the way.
    const here = sparing(first, player);
    if (isFree(here)) return here;
    const near = nearPlaces(first, area, obstacles).map((place) => sparing(place, player));
    const free = near.find(isFree);
    if (free !== undefined) return free;
  }
  return null;
}

/** Returns edges between two limits: these, the wanted one, and those beside the obstacles. */
function edges(wanted: number, least: number, most: number, besides: readonly number[]): number[] {
  return [...new Set([wanted, least, most, ...besides.map(Math.round)])].filter(
    (edge) => edge >= least && edge <= most,
  );
}

/** Returns the places next to the obstacles, the nearest first. */
function nearPlaces(
  { left, top, width, height }: DOMRect,
  area: Area,
  obstacles: readonly DOMRect[],
): DOMRect[] {
  const lefts = edges(
    left,
    area.left,
    area.right - width,
    obstacles.flatMap((rect) => [rect.left - GAP - width, rect.right + GAP]),
  );
  const tops = edges(
    top,
    area.top,
    area.bottom - height,
    obstacles.flatMap((rect) => [rect.top - GAP - height, rect.bottom + GAP]),
  );
  return lefts
    .flatMap((x) => tops.map((y) => ({ x, y, far: (x - left) ** 2 + (y - top) ** 2 })))
    .toSorted((one, other) => one.far - other.far)
    .map(({ x, y }) => new DOMRect(x, y, width, height));
}
