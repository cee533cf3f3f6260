import { describe, expect, it } from 'vitest';
import { appearanceAttributes, DEFAULT_APPEARANCE, themeOn } from './appearance';

describe('the theme', () => {
  it.each([
    ['dark', 'twitch', 'dark'],
    ['light', 'twitch', 'light'],
    ['dark', 'light', 'light'],
    ['light', 'dark', 'dark'],
  ] as const)('on a page that is %s is, if the user chose %s, %s', (page, theme, shown) => {
    expect(themeOn(page, { ...DEFAULT_APPEARANCE, theme })).toBe(shown);
  });
});

describe('the attributes', () => {
  it('leave the theme to the browser until the user has chosen one', () => {
    expect(appearanceAttributes(DEFAULT_APPEARANCE)).toEqual({ 'data-text-size': 'normal' });
  });

  it('name what the user has chosen', () => {
    expect(appearanceAttributes({ textSize: 'larger', theme: 'dark' })).toEqual({
      'data-text-size': 'larger',
      'data-theme': 'dark',
    });
  });
});
