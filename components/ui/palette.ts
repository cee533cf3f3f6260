/** A color of `tokens.css` with its tints. */
export type ColorFamily = 'violet' | 'blue' | 'teal' | 'green' | 'orange' | 'red' | 'slate';

/** Returns the style that sets `--family` for an element and its descendants. */
export function familyStyle(family: ColorFamily) {
  return { '--family': `var(--${family})` };
}
