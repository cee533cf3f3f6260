/** The element that scrolls the main part of the page, best first. */
const SCROLLERS = '[data-a-target="root-scroller"], .root-scrollable';
/** Twitch draws a scroll bar of its own where the browser's would take room. */
const OWN_BAR = '.root-scrollable .simplebar-track.simplebar-vertical';

/** Returns the position of the scroll bar of the page's main part; `null` if it has none. */
export function readScrollBar(): DOMRect | null {
  const own = document.querySelector(OWN_BAR)?.getBoundingClientRect();
  if (own !== undefined && own.width > 0 && own.height > 0) return own;
  const scroller = document.querySelector(SCROLLERS);
  if (scroller === null || scroller.clientWidth === 0) return null;
  const { left, top, right, width, height } = scroller.getBoundingClientRect();
  const bar = width - scroller.clientWidth;
  if (bar < 1) return null;
  // In writing from right to left, the bar is at the left.
  return new DOMRect(scroller.clientLeft > 0 ? left : right - bar, top, bar, height);
}
