/** The position of the panel, in pixels: distances from the edges of the window. */
export interface Placement {
  right: number;
  top: number;
  /** The maximum height of the panel. */
  height: number;
}

/** The measurements that the placement depends on. */
export interface PageView {
  width: number;
  height: number;
  /** Returns the position of the first element that matches, or `null`. */
  rectOf(selector: string): DOMRect | null;
}

/**
 * Selectors of the column with the chat, best first. Twitch may rename any of them. The outer
 * column, `right-column`, has no width in the normal layout.
 */
const CHAT_COLUMN = [
  '.channel-root__right-column',
  '[data-a-target="right-column-chat-bar"]',
  '.right-column',
  '.chat-shell',
];
const CHAT_TOGGLE = '[data-a-target="right-column__toggle-collapse-btn"]';
const PLAYER = ['[data-a-target="video-player"]', '.video-player', '.persistent-player'];

const TOP_NAV = 50;
const GAP = 8;
const PANEL_WIDTH = 328;
/** The height of the handle of Twitch's whispers, at the bottom next to the chat. */
const WHISPERS_HANDLE = 40;
/** The height of the player's buttons along its lower edge. */
const PLAYER_CONTROLS = 60;
const SMALLEST_COLUMN = 160;
const MIN_HEIGHT = 280;
const MAX_HEIGHT = 760;

/** Returns a position next to the chat column that covers none of Twitch's controls. */
export function placementIn(view: PageView): Placement {
  const chatLeft = leftOfChat(view);
  const top = topBelowToggle(view, chatLeft);
  const toBottom = view.height - top - WHISPERS_HANDLE;
  const toControls = roomAboveControls(view, chatLeft, top);
  const room = toControls >= MIN_HEIGHT ? Math.min(toBottom, toControls) : toBottom;
  return {
    right: Math.round(view.width - chatLeft),
    top: Math.round(top),
    height: Math.round(Math.max(0, Math.min(room, MAX_HEIGHT))),
  };
}

/** Returns the left edge of a chat on the right side, else the right edge of the window. */
function leftOfChat(view: PageView): number {
  for (const selector of CHAT_COLUMN) {
    const rect = view.rectOf(selector);
    if (rect !== null && isAtTheRight(rect, view)) return rect.left;
  }
  return view.width;
}

function isAtTheRight(rect: DOMRect, view: PageView): boolean {
  const isThere = rect.width >= SMALLEST_COLUMN && rect.height >= SMALLEST_COLUMN;
  const isFlush = rect.right > view.width - SMALLEST_COLUMN / 2 && rect.left < view.width;
  // In a narrow window, the chat is below the player and as wide as the page.
  return isThere && isFlush && rect.left >= SMALLEST_COLUMN;
}

/** Leaves space for the button that unfolds the chat, which is in the same corner. */
function topBelowToggle(view: PageView, chatLeft: number): number {
  const top = TOP_NAV + GAP;
  const toggle = view.rectOf(CHAT_TOGGLE);
  if (toggle === null || toggle.width === 0) return top;
  const isInTheWay = toggle.left < chatLeft && toggle.right > chatLeft - PANEL_WIDTH;
  return isInTheWay && toggle.top < 2 * TOP_NAV ? Math.max(top, toggle.bottom + GAP) : top;
}

function roomAboveControls(view: PageView, chatLeft: number, top: number): number {
  for (const selector of PLAYER) {
    const rect = view.rectOf(selector);
    if (rect === null || rect.width < PANEL_WIDTH) continue;
    if (rect.right < chatLeft - PANEL_WIDTH) continue;
    return rect.bottom - PLAYER_CONTROLS - top;
  }
  return 0;
}
