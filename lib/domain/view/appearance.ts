/** How large texts are. */
export const TEXT_SIZES = ['normal', 'large', 'larger'] as const;

/** One of {@link TEXT_SIZES}. */
export type TextSize = (typeof TEXT_SIZES)[number];

/**
 * The colors of all screens. `twitch` are those that Twitch's page has; on the extension's own pages,
 * which have no page around them, those that the browser prefers.
 */
export const THEMES = ['twitch', 'light', 'dark'] as const;

/** One of {@link THEMES}. */
export type Theme = (typeof THEMES)[number];

/** How the user wants all screens to look. Motion and contrast are as the system says. */
export interface Appearance {
  textSize: TextSize;
  theme: Theme;
}

/** The appearance until the user has chosen another. */
export const DEFAULT_APPEARANCE: Appearance = { textSize: 'normal', theme: 'twitch' };

/** Returns the theme of a screen on a page with this theme. */
export function themeOn(page: 'light' | 'dark', { theme }: Appearance): 'light' | 'dark' {
  return theme === 'twitch' ? page : theme;
}

/**
 * Returns the attributes that make an element and its content look like this; `tokens.css` gives them
 * their meaning. Without `data-theme`, the theme is the browser's.
 */
export function appearanceAttributes({ textSize, theme }: Appearance) {
  return {
    'data-text-size': textSize,
    ...(theme !== 'twitch' && { 'data-theme': theme }),
  };
}
