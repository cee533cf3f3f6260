import { GAP, type Layout, type PageView, PLAYER_CONTROLS } from './layout';
import { bestSlot, type Place, type Slot } from './slots';

const PANEL_WIDTH = 320;
/** The least width of the panel. */
export const MIN_WIDTH = 220;
/** The height of the header and two rows, or of the longest hint. */
export const LEAST_HEIGHT = 160;
const MIN_HEIGHT = 280;
const MAX_HEIGHT = 760;
const TAB = { width: 32, height: 96 };
/** In a very low window, the tab is only its icon. */
const LEAST_TAB = 32;
/** A window with room for the panel, whatever the page will look like. */
const SURELY_WIDE = 1280;

/**
 * Returns true if the panel beside the chat leaves two thirds of the video free. Does not depend on
 * how far the page is scrolled.
 */
export function hasRoomBeside(
  view: PageView,
  { player, left, right, top, bottom }: Layout,
): boolean {
  // Until the page is built, and on pages without a player.
  if (player === null) return view.width >= SURELY_WIDE;
  const free = Math.min(
    player.height - PLAYER_CONTROLS - 2 * GAP,
    bottom - top,
    (player.width * player.height) / 3 / PANEL_WIDTH,
  );
  return free >= MIN_HEIGHT && right - left >= PANEL_WIDTH + 2 * GAP;
}

/** Returns the place of the panel next to the chat; if this is taken, another one. */
export function besideSlot(view: PageView, layout: Layout): Slot {
  const { chat, navigation, scrollBar, player, controls, left, right } = layout;
  const width = Math.min(PANEL_WIDTH, right - left - 2 * GAP);
  const obstacles = [...controls, chat, navigation, scrollBar].filter((rect) => rect !== null);
  const places = [
    { x: right - GAP - width, width, obstacles },
    { x: left + GAP, width, obstacles },
    ...(chat === null ? [] : [placeOverChat(chat, layout)]),
  ];
  return bestSlot(
    places.filter((place) => place.width >= MIN_WIDTH),
    {
      ...rulesIn(view, layout),
      least: LEAST_HEIGHT,
      wanted: MIN_HEIGHT,
      most: MAX_HEIGHT,
      spared: player,
    },
  );
}

/** Returns the place over the chat's messages, the last resort. The user can fold the panel. */
function placeOverChat(chat: DOMRect, { navigation, controls }: Layout): Place {
  let { left, right } = chat;
  // In a very narrow window, the chat lies over the navigation.
  if (navigation !== null && navigation.left <= left) left = Math.max(left, navigation.right);
  if (navigation !== null && navigation.left > left) right = Math.min(right, navigation.left);
  const width = Math.min(PANEL_WIDTH, right - left - 2 * GAP);
  return { x: right - GAP - width, width, obstacles: controls };
}

/** Returns the place of the tab. */
export function tabSlot(view: PageView, layout: Layout): Slot {
  const { chat, navigation, scrollBar, controls, right } = layout;
  const overChat = [...controls, navigation, scrollBar].filter((rect) => rect !== null);
  const { width, height } = TAB;
  const places = [
    { x: right - width, width, obstacles: chat === null ? overChat : [...overChat, chat] },
    { x: view.width - width, width, obstacles: overChat },
    // Anywhere, the farthest to the right first.
    ...Array.from({ length: Math.floor(view.width / width) }, (_, index) => ({
      x: view.width - (index + 1) * width,
      width,
      obstacles: overChat,
    })),
  ];
  return bestSlot(places, {
    ...rulesIn(view, layout),
    least: LEAST_TAB,
    wanted: height,
    most: height,
    spared: null,
  });
}

/**
 * Returns a place for the panel where none is free: only an explicit click shows it there, and it
 * hides what is below until it is folded.
 */
export function lastResort(view: PageView, { top }: Layout): Slot {
  const width = Math.min(PANEL_WIDTH, view.width - 2 * GAP);
  const height = Math.min(MAX_HEIGHT, view.height - top - GAP);
  return { right: GAP, top, width, height };
}

const rulesIn = (view: PageView, { top, bottom }: Layout) => ({
  window: view,
  top,
  bottom,
  gap: GAP,
});
