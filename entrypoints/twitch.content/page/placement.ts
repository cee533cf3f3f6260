import { bestSlot, type Place, type Slot } from './slots';

/** The position of the panel, in pixels: distances from the edges of the window. */
export interface Placement {
  /** Its height is the maximum; 0 if the panel fits nowhere, and stays folded. */
  open: Slot;
  folded: Slot;
  /** True if the open panel leaves two thirds of the video free. Else it opens on request only. */
  hasRoom: boolean;
}

/** The measurements that the placement depends on. */
export interface PageView {
  width: number;
  height: number;
  /** Returns the position of the first element that matches, or `null`. */
  rectOf(selector: string): DOMRect | null;
  /** Returns the positions of all buttons and links that the panel must not cover. */
  controls(): DOMRect[];
}

/**
 * Selectors of the column with the chat, best first. Twitch may rename any of them. The outer
 * column, `right-column`, has no width in the normal layout.
 */
export const CHAT_COLUMN = [
  '.channel-root__right-column',
  '[data-a-target="right-column-chat-bar"]',
  '.right-column',
  '.chat-shell',
];
const SIDE_NAVIGATION = ['#side-nav', '.side-nav', '.modview-dock'];
/** Selectors of the player, best first. */
export const PLAYER = ['[data-a-target="video-player"]', '.video-player', '.persistent-player'];

const TOP_NAV = 50;
const GAP = 8;
const PANEL_WIDTH = 320;
const MIN_WIDTH = 220;
const TAB = { width: 32, height: 80 };
/** The height of the handle of Twitch's whispers, at the bottom next to the chat. */
const WHISPERS_HANDLE = 40;
/** The height of the player's buttons along its lower edge. */
const PLAYER_CONTROLS = 60;
const SMALLEST_COLUMN = 160;
/** The height of the header and two rows, or of the longest hint. */
const LEAST_HEIGHT = 160;
const MIN_HEIGHT = 280;
const MAX_HEIGHT = 760;
/** A window with room for the panel, whatever the page will look like. */
const SURELY_WIDE = 1280;

/** The parts of the page that decide about the placement. */
interface Layout {
  chat: DOMRect | null;
  navigation: DOMRect | null;
  player: DOMRect | null;
  controls: readonly DOMRect[];
  /** The edges of what is between chat and navigation. */
  left: number;
  right: number;
}

/** Returns where the panel covers none of Twitch's controls, next to the chat if possible. */
export function placementIn(view: PageView): Placement {
  const layout = layoutOf(view);
  return {
    open: openSlot(view, layout),
    folded: foldedSlot(view, layout),
    hasRoom: hasRoom(view, layout),
  };
}

function layoutOf(view: PageView): Layout {
  const chat = firstColumn(view, CHAT_COLUMN);
  const navigation = firstColumn(view, SIDE_NAVIGATION);
  const player = playerOf(view);
  const controls = [...view.controls(), ...playerControls(player)];
  let left = 0;
  let right = view.width;
  // The navigation twice, because it may stand on either side of the chat.
  for (const column of [navigation, chat, navigation]) {
    // In a narrow window, the chat is below the player and as wide as the page.
    if (column === null || column.width > view.width - SMALLEST_COLUMN) continue;
    if (column.left < left + GAP) left = Math.max(left, column.right);
    else if (column.right > right - GAP) right = Math.min(right, column.left);
  }
  return { chat, navigation, player, controls, left, right };
}

/** Returns the first column that is on screen. A folded column is outside, or has no width. */
function firstColumn(view: PageView, selectors: readonly string[]): DOMRect | null {
  for (const selector of selectors) {
    const rect = view.rectOf(selector);
    const isThere = rect !== null && rect.width > GAP && rect.height >= SMALLEST_COLUMN;
    if (isThere && rect.left < view.width && rect.right > 0) return rect;
  }
  return null;
}

function playerOf(view: PageView): DOMRect | null {
  for (const selector of PLAYER) {
    const rect = view.rectOf(selector);
    if (rect !== null && rect.width > 0 && rect.height > 0) return rect;
  }
  return null;
}

/** Does not depend on how far the page is scrolled: scrolling must not fold the panel. */
function hasRoom(view: PageView, { player, left, right }: Layout): boolean {
  // Until the page is built, and on pages without a player.
  if (player === null) return view.width >= SURELY_WIDE;
  const free = Math.min(
    player.height - PLAYER_CONTROLS - 2 * GAP,
    view.height - TOP_NAV - GAP - WHISPERS_HANDLE,
    thirdOf(player) / PANEL_WIDTH,
  );
  return free >= MIN_HEIGHT && right - left >= PANEL_WIDTH + 2 * GAP;
}

const thirdOf = (player: DOMRect) => (player.width * player.height) / 3;

function openSlot(view: PageView, layout: Layout): Slot {
  const { chat, navigation, player, controls, left, right } = layout;
  const width = Math.min(PANEL_WIDTH, right - left - 2 * GAP);
  const obstacles = [...controls, chat, navigation].filter((rect) => rect !== null);
  const places = [
    { x: right - GAP - width, width, obstacles },
    { x: left + GAP, width, obstacles },
    ...(chat === null ? [] : [placeOverChat(chat, layout)]),
  ];
  return bestSlot(
    places.filter((place) => place.width >= MIN_WIDTH),
    { ...rulesIn(view), least: LEAST_HEIGHT, wanted: MIN_HEIGHT, most: MAX_HEIGHT, spared: player },
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

function foldedSlot(view: PageView, { chat, navigation, controls, right }: Layout): Slot {
  const overChat = [...controls, navigation].filter((rect) => rect !== null);
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
    ...rulesIn(view),
    least: height,
    wanted: height,
    most: height,
    spared: null,
  });
}

const rulesIn = (view: PageView) => ({
  window: view,
  top: TOP_NAV + GAP,
  bottom: view.height - WHISPERS_HANDLE,
  gap: GAP,
});

function playerControls(player: DOMRect | null): DOMRect[] {
  if (player === null) return [];
  const height = Math.min(player.height, PLAYER_CONTROLS);
  return [new DOMRect(player.left, player.bottom - height, player.width, height)];
}
