/** What the user clicks or types into. The lines of the chat hold buttons too, which move along. */
const CONTROLS = [
  ':is(button, [role="button"], input, textarea, select):not(.chat-line__message *)',
  '#live-channel-stream-information a',
  '.stream-chat-header',
  '.chat-input',
].join();
/** In theater mode, the player covers the rest of the page. */
const THEATER_PLAYER = '.persistent-player--theatre';
const IN_THEATER = `${THEATER_PLAYER}, .right-column`;
/** A control as large as this is a picture or the video itself. */
const LARGE = { width: 320, height: 160 };

/** Returns the positions of the page's controls that are in the window, or of those in some part. */
export function readControls(inside?: string): DOMRect[] {
  const isTheater = document.querySelector(THEATER_PLAYER) !== null;
  return [...document.querySelectorAll(CONTROLS)]
    .filter((control) => !isTheater || control.closest(IN_THEATER) !== null)
    .filter((control) => inside === undefined || control.closest(inside) !== null)
    .map((control) => control.getBoundingClientRect())
    .filter((rect) => isInWindow(rect) && !isLarge(rect));
}

function isInWindow({ left, right, top, bottom, width, height }: DOMRect): boolean {
  const hasSize = width > 0 && height > 0;
  return hasSize && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
}

function isLarge({ width, height }: DOMRect): boolean {
  return width > LARGE.width && height > LARGE.height;
}
