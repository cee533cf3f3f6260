import type { PageView } from '@/entrypoints/twitch.content/page/layout';

export type Box = readonly [x: number, y: number, width: number, height: number];

export const COLUMN = '.channel-root__right-column';
export const PLAYER = '[data-a-target="video-player"]';
export const SIDE = '#side-nav';
export const MESSAGES = '[data-a-target="chat-scroller"]';
export const HIGHLIGHTS = '.community-highlight-stack';

interface Parts {
  controls?: readonly Box[];
  scrollBar?: Box | undefined;
}

/** Returns a page with the named elements and controls. */
export function aPage(
  [width, height]: readonly [width: number, height: number],
  boxes: Record<string, Box>,
  { controls = [], scrollBar }: Parts = {},
): PageView {
  const rect = (box: Box | undefined) => (box === undefined ? null : new DOMRect(...box));
  return {
    width,
    height,
    rectOf: (selector) => rect(boxes[selector]),
    controls: () => controls.map((box) => new DOMRect(...box)),
    scrollBar: () => rect(scrollBar),
  };
}

interface ChannelOptions {
  isTheater?: boolean;
  /** The width of the followed channels: 240, or 50 where they are folded. */
  side?: number;
  /** The height of a poll above the messages. */
  poll?: number;
  /** How far the page is scrolled. */
  scrolled?: number;
  /** False if the user has folded the chat away. */
  hasChat?: boolean;
}

interface Part {
  boxes: Record<string, Box>;
  controls: readonly Box[];
}

const TOP = 50;
const CHAT = 340;

/** Returns a channel's page as Twitch lays it out in a window of this size. */
export function aChannelPage(
  width: number,
  height: number,
  options: ChannelOptions = {},
): PageView {
  const { isTheater = false, hasChat = true } = options;
  const chatWidth = hasChat ? CHAT : 0;
  const chat = hasChat ? chatIn(width, height, options) : foldedChatIn(width, options);
  const main = isTheater
    ? theaterIn(width - chatWidth, height)
    : normalIn(width - chatWidth, height, options);
  const scrollBar = [width - 15, TOP, 15, height - TOP] as const;
  const avatar = [width - 50, 8, 34, 34] as const;
  return aPage(
    [width, height],
    { ...chat.boxes, ...main.boxes },
    {
      controls: [...chat.controls, ...main.controls, ...(isTheater ? [] : [avatar])].filter(
        ([, y, , h]) => y < height && y + h > 0,
      ),
      ...(!isTheater && { scrollBar }),
    },
  );
}

function chatIn(width: number, height: number, options: ChannelOptions): Part {
  const { isTheater = false, poll = 0 } = options;
  const left = width - CHAT;
  const top = isTheater ? 0 : TOP;
  const header = top + 50;
  const list = Math.max(0, height - header - poll - 110);
  return {
    boxes: {
      [COLUMN]: [left, top, CHAT, height - top],
      '.stream-chat-header': [left, top, CHAT, 50],
      [HIGHLIGHTS]: [left, header, CHAT, poll],
      [MESSAGES]: [left, header + poll, CHAT, list],
    },
    controls: [
      [left + 10, top + 10, 30, 30],
      [left, height - 110, CHAT, 110],
      ...(poll > 0 ? [[left + 20, header + 10, 300, poll - 20] as const] : []),
    ],
  };
}

function foldedChatIn(width: number, { isTheater = false }: ChannelOptions): Part {
  return { boxes: {}, controls: [[width - 40, (isTheater ? 0 : TOP) + 10, 30, 30]] };
}

const playerButtons = (right: number, bottom: number): Box[] => [
  [right - 80, bottom - 42, 32, 32],
  [right - 40, bottom - 42, 32, 32],
];

function theaterIn(width: number, height: number): Part {
  const player = [0, 0, Math.max(0, width), height] as const;
  return {
    boxes: { [PLAYER]: player, '.persistent-player--theatre': player },
    controls: playerButtons(width, height),
  };
}

function normalIn(right: number, height: number, options: ChannelOptions): Part {
  const { side = 240, scrolled = 0 } = options;
  const width = Math.max(0, right - side);
  const playerHeight = Math.min((width * 9) / 16, Math.max(0, height - TOP - 140));
  const bottom = TOP - scrolled + playerHeight;
  return {
    boxes: {
      [SIDE]: [0, TOP, side, height - TOP],
      [PLAYER]: [side, TOP - scrolled, width, playerHeight],
    },
    controls: [...playerButtons(right, bottom), [right - 100, bottom + 15, 80, 30]],
  };
}
