import { describe, expect, it } from 'vitest';
import { type PageView, placementIn } from './placement';

function page(
  rects: Record<string, [x: number, y: number, width: number, height: number]>,
): PageView {
  return {
    width: 1400,
    height: 900,
    rectOf: (selector) => {
      const rect = rects[selector];
      return rect === undefined ? null : new DOMRect(...rect);
    },
  };
}

const COLUMN = '.channel-root__right-column';
const PLAYER = '[data-a-target="video-player"]';
const TOGGLE = '[data-a-target="right-column__toggle-collapse-btn"]';

describe('placementIn', () => {
  it('is to the left of the chat, below the top bar', () => {
    const place = placementIn(page({ [COLUMN]: [1060, 50, 340, 850] }));
    expect(place).toMatchObject({ right: 340, top: 58 });
  });

  it('uses the inner column when the outer one has no width', () => {
    const view = page({ '.right-column': [1400, 50, 0, 850], '.chat-shell': [1060, 50, 340, 850] });
    expect(placementIn(view).right).toBe(340);
  });

  it.each([
    ['there is no chat', {}],
    ['the chat is folded away', { [COLUMN]: [1400, 50, 340, 850] }],
    ['the chat is below the player', { [COLUMN]: [0, 500, 1400, 400] }],
    ['the chat was moved to the left', { [COLUMN]: [0, 50, 340, 850] }],
  ] as const)('is at the right edge when %s', (_name, rects) => {
    expect(placementIn(page({ ...rects } as never)).right).toBe(0);
  });

  it('does not cover the button that unfolds the chat', () => {
    expect(placementIn(page({ [TOGGLE]: [1360, 60, 30, 30] })).top).toBe(98);
    const withChat = page({ [COLUMN]: [1060, 50, 340, 850], [TOGGLE]: [1070, 60, 30, 30] });
    expect(placementIn(withChat).top).toBe(58);
  });

  it('ends above the buttons of the player', () => {
    const view = page({ [COLUMN]: [1060, 50, 340, 850], [PLAYER]: [50, 50, 1010, 568] });
    expect(placementIn(view).height).toBe(618 - 60 - 58);
  });

  it('ends above the whispers when the player is too low', () => {
    const view = page({ [COLUMN]: [1060, 50, 340, 850], [PLAYER]: [50, 50, 1010, 300] });
    expect(placementIn({ ...view, height: 600 }).height).toBe(600 - 58 - 40);
  });
});
