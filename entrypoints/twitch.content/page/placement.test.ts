import { describe, expect, it } from 'vitest';
import { aChannelPage, aPage, type Box, COLUMN, PLAYER, SIDE } from '@/tests/support/twitch-layout';
import type { PageView } from './layout';
import { type Placement, placementIn } from './placement';

/** Returns the position of the open panel or the tab in the window. */
function boxOf(view: PageView, { right, top, width, height }: Placement['open']): DOMRect {
  return new DOMRect(view.width - right - width, top, width, height);
}

function overlap(one: DOMRect, other: DOMRect): number {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return Math.max(0, width) * Math.max(0, height);
}

function expectFreeControls(view: PageView): void {
  const { open, folded } = placementIn(view);
  const side = view.rectOf(SIDE);
  const controls = [...view.controls(), ...(side === null ? [] : [side])];
  for (const box of [boxOf(view, open), boxOf(view, folded)]) {
    expect([box.left >= 0, box.right <= view.width, box.bottom <= view.height]).toEqual([
      true,
      true,
      true,
    ]);
    expect(controls.filter((control) => overlap(box, control) > 0)).toEqual([]);
  }
}

const WIDE = [1400, 900] as const;

describe('placementIn', () => {
  it.each([
    [1920, 1080, true],
    [1366, 768, true],
    [1280, 720, true],
    [1024, 768, false],
    [960, 540, false],
    [668, 768, false],
    [600, 768, false],
    [500, 768, false],
  ])('covers no controls and little of the video at %d × %d', (width, height, hasRoom) => {
    const view = aChannelPage(width, height);
    const placement = placementIn(view);
    expect(placement.hasRoom).toBe(hasRoom);
    expectFreeControls(view);
    const player = view.rectOf(PLAYER) ?? new DOMRect();
    const covered = overlap(boxOf(view, placement.open), player);
    expect(covered).toBeLessThanOrEqual((player.width * player.height) / 3);
    expect(placement.open.height).toBeGreaterThanOrEqual(280);
  });

  it('is to the left of the chat, below the top bar', () => {
    const { open, folded } = placementIn(aChannelPage(1920, 1080));
    expect(open).toMatchObject({ right: 348, top: 58, width: 320 });
    expect(folded).toMatchObject({ right: 340, top: 58 });
  });

  it('uses the inner column when the outer one has no width', () => {
    const view = aPage(WIDE, {
      '.right-column': [1400, 50, 0, 850],
      '.chat-shell': [1060, 50, 340, 850],
    });
    expect(placementIn(view).folded.right).toBe(340);
  });

  it.each([
    ['there is no chat', {}],
    ['the chat is folded away', { [COLUMN]: [1400, 50, 340, 850] }],
    ['the chat is below the player', { [COLUMN]: [0, 500, 1400, 400] }],
    ['the chat is at the left', { [COLUMN]: [0, 50, 340, 850] }],
  ] as const)('is at the right edge when %s', (_name, boxes) => {
    expect(placementIn(aPage(WIDE, boxes as never)).folded.right).toBe(0);
    expect(placementIn(aPage(WIDE, boxes as never)).open.right).toBe(8);
  });

  it('is next to the followed channels when they are at the right', () => {
    const view = aPage(WIDE, { [COLUMN]: [0, 50, 340, 850], [SIDE]: [1160, 50, 240, 850] });
    expect(placementIn(view)).toMatchObject({ open: { right: 248 }, folded: { right: 240 } });
    const both = aPage(WIDE, { [COLUMN]: [820, 50, 340, 850], [SIDE]: [1160, 50, 240, 850] });
    expect(placementIn(both)).toMatchObject({ open: { right: 588 }, folded: { right: 580 } });
  });

  it('does not cover the button that unfolds the chat', () => {
    const { open, folded } = placementIn(aPage(WIDE, {}, { controls: [[1360, 60, 30, 30]] }));
    expect([open.top, folded.top]).toEqual([98, 98]);
  });

  it('ends above the buttons of the player, or when it covers a third of the video', () => {
    const column = { [COLUMN]: [1060, 50, 340, 850] } as const;
    const wide = placementIn(aPage(WIDE, { ...column, [PLAYER]: [0, 50, 1060, 400] }));
    expect(wide.open.height).toBe(450 - 60 - 8 - 58);
    const tall = placementIn(aPage(WIDE, { ...column, [PLAYER]: [500, 50, 560, 700] }));
    expect(tall.open.height).toBe(Math.floor((560 * 700) / 3 / 320));
  });

  it('moves out of the way of a control that was scrolled to', () => {
    const boxes = { [COLUMN]: [1060, 50, 340, 850], [PLAYER]: [0, -500, 1060, 600] } as const;
    const { open, hasRoom } = placementIn(aPage(WIDE, boxes, { controls: [[960, 120, 80, 30]] }));
    expect(open.top).toBe(158);
    expect(hasRoom).toBe(true);
  });

  it('puts the tab between the controls of the mod view', () => {
    const queue = Array.from({ length: 20 }, (_, row): Box => [1300, row * 45, 100, 30]);
    const { folded } = placementIn(aPage(WIDE, {}, { controls: queue }));
    expect(folded).toMatchObject({ right: 128, top: 58, height: 96 });
  });

  it('has no room to open where controls are everywhere, and says so', () => {
    const rows = Array.from({ length: 9 }, (_, row): Box => [0, row * 100, 1400, 20]);
    expect(placementIn(aPage(WIDE, {}, { controls: rows })).open.height).toBe(0);
  });
});
