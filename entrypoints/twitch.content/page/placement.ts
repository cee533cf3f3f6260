/** Where the panel stands: distances from the edges of the window, in pixels. */
export interface Placement {
  right: number;
  top: number;
  /** Room for the panel at most. */
  height: number;
}

/** The part of the page that is measured. */
export interface PageView {
  width: number;
  height: number;
  /** Where the first match of a selector is, or `null` for no match. */
  rectOf(selector: string): DOMRect | null;
}

/**
 * The column with the chat, best name first: none is sure to last. The column around it, which
 * Twitch calls `right-column`, has no width of its own in the normal layout.
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
/** Twitch's list of whispers has its handle at the bottom, beside the chat. */
const WHISPERS = 40;
/** The player's buttons along its lower edge. */
const PLAYER_CONTROLS = 60;
const SMALLEST_COLUMN = 160;
const LEAST_ROOM = 280;
const MOST_ROOM = 760;

/** Finds a place beside the chat column, over nothing that people click. */
export function placementIn(view: PageView): Placement {
  const chatLeft = leftOfChat(view);
  const top = topBelowToggle(view, chatLeft);
  const toBottom = view.height - top - WHISPERS;
  const toControls = roomAboveControls(view, chatLeft, top);
  const room = toControls >= LEAST_ROOM ? Math.min(toBottom, toControls) : toBottom;
  return {
    right: Math.round(view.width - chatLeft),
    top: Math.round(top),
    height: Math.round(Math.max(0, Math.min(room, MOST_ROOM))),
  };
}

/** The left edge of the chat where it stands at the right; else the window's right edge. */
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
  // Below the player, in a narrow window, the chat is as wide as the page.
  return isThere && isFlush && rect.left >= SMALLEST_COLUMN;
}

/** The button that brings a folded chat back is in the very corner the panel would take. */
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
