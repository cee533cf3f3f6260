const GAP = 4;

/** Puts a sheet below its button, or above it where the window ends, and inside of the window. */
export function place(sheet: HTMLElement, button: HTMLElement): void {
  const from = button.getBoundingClientRect();
  const { width, height } = sheet.getBoundingClientRect();
  const isRightToLeft = getComputedStyle(button).direction === 'rtl';
  const start = isRightToLeft ? from.left : from.right - width;
  const below = from.bottom + GAP;
  const top = below + height > innerHeight - GAP ? from.top - GAP - height : below;
  sheet.style.left = `${Math.max(GAP, Math.min(start, innerWidth - width - GAP))}px`;
  sheet.style.top = `${Math.max(GAP, top)}px`;
}
