import { describe, expect, it } from 'vitest';
import type { FloatingBox, Stand } from '@/lib/settings/panel-choice';
import {
  aChannelPage,
  COLUMN,
  HIGHLIGHTS,
  MESSAGES,
  PLAYER,
  SIDE,
} from '@/tests/support/twitch-layout';
import { overlap, type PageView } from './layout';
import { type Placement, placementIn, rectIn } from './placement';
import type { Slot } from './slots';

const WIDTHS = [640, 800, 1024, 1280, 1366, 1536, 1920, 2560];
const ZOOMS = [1, 1.25, 1.5, 1.75, 2];
const STANDS: readonly Stand[] = ['beside', 'chat', 'floating', 'tab'];
const CORNERS: readonly FloatingBox[] = [
  { x: 0, y: 0, width: 320, height: 400 },
  { x: 1, y: 1, width: 320, height: 400 },
  { x: 0.5, y: 1, width: 560, height: 2000 },
];

/** Returns what is wrong with a place: an empty list if nothing is. */
function faultsOf(view: PageView, slot: Slot): string[] {
  const rect = rectIn(view, slot);
  const player = view.rectOf(PLAYER) ?? new DOMRect();
  // In a very narrow window, the chat lies over the navigation.
  const isOnChat = rect.left >= (view.rectOf(COLUMN)?.left ?? Infinity);
  const faults = {
    'beside the window': rect.left < 0 || rect.right > view.width,
    'above or below the window': rect.top < 8 || rect.bottom > view.height,
    control: view.controls().some((control) => overlap(rect, control) > 0),
    poll: overlap(rect, view.rectOf(HIGHLIGHTS)) > 0,
    navigation: !isOnChat && overlap(rect, view.rectOf(SIDE)) > 0,
    video: overlap(rect, player) > (player.width * player.height) / 3,
  };
  return Object.entries(faults).flatMap(([name, isTrue]) => (isTrue ? [name] : []));
}

/** In a very low window, there is no room for even a tab, and nothing is shown. */
function noTabIn({ height }: PageView): string[] {
  return height < 210 ? [] : ['no tab'];
}

function faultsIn(view: PageView, { open, folded }: Placement): string[] {
  return [
    ...(open.height === 0 ? [] : faultsOf(view, open).map((fault) => `open: ${fault}`)),
    ...(folded.height === 0
      ? noTabIn(view)
      : faultsOf(view, folded).map((fault) => `tab: ${fault}`)),
  ];
}

const sizes = WIDTHS.flatMap((width) =>
  ZOOMS.map(
    (zoom) => [width, zoom, Math.round(width / zoom), Math.round((width * 9) / 16 / zoom)] as const,
  ),
);

describe.each(sizes)('in a window of %d px at zoom %d', (_width, _zoom, width, height) => {
  const pages = [
    ...[240, 50].flatMap((side) =>
      [0, 120].map((poll) => aChannelPage(width, height, { side, poll })),
    ),
    aChannelPage(width, height, { isTheater: true }),
    aChannelPage(width, height, { isTheater: true, poll: 120 }),
    aChannelPage(width, height, { side: 50, hasChat: false }),
  ];
  it.each(STANDS)('the panel %s covers nothing that it must not cover', (stand) => {
    for (const view of pages) {
      for (const box of stand === 'floating' ? [undefined, ...CORNERS] : [undefined]) {
        const wanted = {
          stand: { normal: stand, theater: stand },
          ...(box !== undefined && { floating: { normal: box, theater: box } }),
        };
        expect(faultsIn(view, placementIn(view, wanted))).toEqual([]);
      }
    }
  });
});

describe('the scroll bar of the page', () => {
  it.each(STANDS)('stays free with the panel %s when the chat is folded away', (stand) => {
    const view = aChannelPage(1366, 768, { hasChat: false });
    const placement = placementIn(view, { stand: { normal: stand } });
    for (const slot of [placement.open, placement.folded]) {
      expect(overlap(rectIn(view, slot), view.scrollBar())).toBe(0);
    }
  });
});

describe('on the chat', () => {
  const wanted = { stand: { normal: 'chat', theater: 'chat' } } as const;

  it.each([{}, { poll: 120 }, { isTheater: true }])(
    'is a line above the messages: %j',
    (options) => {
      const view = aChannelPage(1366, 768, options);
      const { stand, folded, open } = placementIn(view, wanted);
      const messages = view.rectOf(MESSAGES) ?? new DOMRect();
      expect(stand).toBe('chat');
      expect(folded).toEqual({ right: 0, top: messages.top, width: 340, height: 32 });
      expect(open).toMatchObject({ right: 0, top: messages.top, width: 340 });
      expect(open.height).toBeLessThanOrEqual(messages.height * 0.6);
      expect(open.height).toBeGreaterThanOrEqual(160);
    },
  );

  it('is beside the edge of the window where there is no chat', () => {
    const view = aChannelPage(1366, 768, { hasChat: false });
    expect(placementIn(view, wanted).stand).toBe('beside');
  });

  it('stays when the player is scrolled away, as the chat does', () => {
    const view = aChannelPage(1366, 768, { scrolled: 900 });
    expect(placementIn(view, wanted).isAway).toBe(false);
    expect(placementIn(view).isAway).toBe(true);
    expect(placementIn(aChannelPage(1366, 768, { scrolled: 300 })).isAway).toBe(false);
  });
});

describe('floating', () => {
  const place = (box: FloatingBox) =>
    placementIn(aChannelPage(1920, 1080), {
      stand: { normal: 'floating' },
      floating: { normal: box },
    });

  it('is where the user has put it', () => {
    const { open } = place({ x: 0.5, y: 0.5, width: 400, height: 300 });
    expect(open).toEqual({ right: 760, top: 399, width: 400, height: 300 });
  });

  it('is at the nearest free place when a control is in the way', () => {
    // The bottom of the chat is where the user writes.
    const { open } = place({ x: 1, y: 1, width: 320, height: 300 });
    expect(open).toEqual({ right: 8, top: 1080 - 110 - 8 - 300, width: 320, height: 300 });
  });

  it('is lower where it does not fit', () => {
    const box = { x: 0.1, y: 0.3, width: 360, height: 420 };
    const { open } = placementIn(aChannelPage(1024, 768), {
      stand: { normal: 'floating' },
      floating: { normal: box },
    });
    expect(open).toMatchObject({ width: 360, height: 280 });
  });

  it('begins where the panel stands beside the chat', () => {
    const view = aChannelPage(1920, 1080);
    const { open } = placementIn(view, { stand: { normal: 'floating' } });
    expect(open).toEqual(placementIn(view).open);
  });

  it('is remembered for each layout', () => {
    const wanted = { stand: { theater: 'floating' } } as const;
    expect(placementIn(aChannelPage(1920, 1080), wanted).stand).toBe('beside');
    expect(placementIn(aChannelPage(1920, 1080, { isTheater: true }), wanted)).toMatchObject({
      stand: 'floating',
      open: { top: 8 },
    });
  });
});
