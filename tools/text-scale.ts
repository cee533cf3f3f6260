import type { Plugin } from 'vite';

/** A declaration that says how large a text or its line is. */
const TEXT_SIZE = /(?<=[{;\s])(font|font-size|line-height)(\s*:)([^;{}]+)/g;
const PIXELS = /\b\d*\.?\d+px\b/g;

/**
 * Returns a style sheet in which all sizes of texts and lines follow the text size that the user has
 * chosen. In sizes of the page's root, the panel would follow Twitch's page instead.
 */
export function withTextScale(css: string): string {
  return css.replace(
    TEXT_SIZE,
    (_, property: string, colon: string, value: string) =>
      property +
      colon +
      value.replace(PIXELS, (pixels: string) => `calc(${pixels} * var(--text-scale))`),
  );
}

/** Makes the sizes of all texts follow the text size that the user has chosen. */
export function textScale(): Plugin {
  return {
    name: 'text-scale',
    // Before Vite reads the modules of style sheets.
    enforce: 'pre',
    transform: (code, id) => (/\.css(?:$|\?)/.test(id) ? withTextScale(code) : undefined),
  };
}
