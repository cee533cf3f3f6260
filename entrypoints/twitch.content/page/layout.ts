import type { PageLayout } from '@/lib/settings/panel-choice';

/** The measurements that the placement depends on. */
export interface PageView {
  /** Without the scroll bar of the window. */
  width: number;
  height: number;
  /** Returns the position of the first element that matches, or `null`. */
  rectOf(selector: string): DOMRect | null;
  /** Returns the positions of all buttons and links that the panel must not cover, or of some. */
  controls(inside?: string): DOMRect[];
  /** Returns the position of the scroll bar of the page's main part; `null` without one. */
  scrollBar(): DOMRect | null;
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
/** What Twitch shows above the messages: pinned ones, polls, predictions and trains. */
const HIGHLIGHTS = ['.community-highlight-stack'];
const THEATER = ['.persistent-player--theatre', '.right-column--theatre'];

const TOP_NAV = 50;
/** The distance to everything else. */
export const GAP = 8;
/** The height of the handle of Twitch's whispers, at the bottom next to the chat. */
const WHISPERS_HANDLE = 40;
/** The height of the player's buttons along its lower edge. */
export const PLAYER_CONTROLS = 60;
const SMALLEST_COLUMN = 160;

/** The parts of the page that decide about the placement. */
export interface Layout {
  kind: PageLayout;
  chat: DOMRect | null;
  navigation: DOMRect | null;
  player: DOMRect | null;
  /** The scroll bar, unless something lies over it. */
  scrollBar: DOMRect | null;
  controls: readonly DOMRect[];
  /** The edges of what is between chat and navigation, and of what the panel may lie over at all. */
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Finds the parts of the page. */
export function layoutOf(view: PageView): Layout {
  const kind = THEATER.some((selector) => view.rectOf(selector) !== null) ? 'theater' : 'normal';
  const chat = firstColumn(view, CHAT_COLUMN);
  const navigation = kind === 'theater' ? null : firstColumn(view, SIDE_NAVIGATION);
  const player = playerOf(view);
  const scrollBar = kind === 'theater' ? null : freeScrollBar(view, chat);
  const highlights = highlightsIn(view);
  const controls = [...view.controls(), ...playerControls(player), ...highlights];
  let left = 0;
  let right = view.width;
  // The navigation twice, because it may stand on either side of the chat.
  for (const column of [navigation, chat, navigation, scrollBar]) {
    // In a narrow window, the chat is below the player and as wide as the page.
    if (column === null || column.width > view.width - SMALLEST_COLUMN) continue;
    if (column.left < left + GAP) left = Math.max(left, column.right);
    else if (column.right > right - GAP) right = Math.min(right, column.left);
  }
  // In theater mode, the player covers the bar at the top of the page.
  const top = kind === 'theater' ? GAP : TOP_NAV + GAP;
  const bottom = view.height - WHISPERS_HANDLE;
  return { kind, chat, navigation, player, scrollBar, controls, left, right, top, bottom };
}

/** Returns the first column that is on screen. A folded column is outside, or has no width. */
function firstColumn(view: PageView, selectors: readonly string[]): DOMRect | null {
  // In a very low window, all columns are low.
  const least = Math.min(SMALLEST_COLUMN, view.height / 2);
  for (const selector of selectors) {
    const rect = view.rectOf(selector);
    const isThere = rect !== null && rect.width > GAP && rect.height >= least;
    if (isThere && rect.left < view.width && rect.right > 0) return rect;
  }
  return null;
}

const isShown = (rect: DOMRect | null): rect is DOMRect =>
  rect !== null && rect.width > 0 && rect.height > 0;

function playerOf(view: PageView): DOMRect | null {
  for (const selector of PLAYER) {
    const rect = view.rectOf(selector);
    if (isShown(rect)) return rect;
  }
  return null;
}

function playerControls(player: DOMRect | null): DOMRect[] {
  if (player === null) return [];
  const height = Math.min(player.height, PLAYER_CONTROLS);
  return [new DOMRect(player.left, player.bottom - height, player.width, height)];
}

/** Returns the positions of what Twitch shows above the messages. */
export function highlightsIn(view: PageView): DOMRect[] {
  return HIGHLIGHTS.map((selector) => view.rectOf(selector)).filter(isShown);
}

/** The chat lies over the end of the page's main part, and over its scroll bar. */
function freeScrollBar(view: PageView, chat: DOMRect | null): DOMRect | null {
  const bar = view.scrollBar();
  if (bar === null || bar.left >= view.width) return null;
  return chat !== null && chat.left <= bar.left && chat.right >= bar.right ? null : bar;
}

/** Returns the size of what two boxes share. */
export function overlap(one: DOMRect, other: DOMRect | null): number {
  if (other === null) return 0;
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return Math.max(0, width) * Math.max(0, height);
}
