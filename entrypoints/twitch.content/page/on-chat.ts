import { LEAST_HEIGHT, MIN_WIDTH } from './beside';
import { highlightsIn, type Layout, type PageView } from './layout';
import { bestSlot, type Slot } from './slots';

/** Selectors of the part of the chat with the messages, best first. 7TV replaces Twitch's own. */
const MESSAGES = [
  '[data-a-target="chat-scroller"]',
  '.seventv-chat-list',
  '.chat-list--default',
  '.chat-list--other',
];
const CHAT = '.right-column, .chat-shell';
const HEADER = '.stream-chat-header';

const STRIP_HEIGHT = 32;
/** The open panel leaves the newest messages free. */
const MOST_OF_MESSAGES = 0.6;

/** The places of the panel on the chat. */
export interface ChatSlots {
  /** Its height is 0 where the chat is too low for the open panel. */
  open: Slot;
  /** The line with the latest event. */
  strip: Slot;
}

/**
 * Returns where the panel stands on the chat: the upper part of the messages, below the header and
 * what Twitch highlights, and never over a control. `null` if there is no chat, or no room for a line.
 */
export function chatSlots(view: PageView, layout: Layout): ChatSlots | null {
  const messages = messagesIn(view, layout);
  if (messages === null) return null;
  const header = view.rectOf(HEADER);
  const obstacles = [
    // In a narrow window, there are controls of the rest of the page under the chat.
    ...view.controls(CHAT),
    ...highlightsIn(view),
    ...(header === null ? [] : [header]),
  ];
  const places = [{ x: messages.left, width: messages.width, obstacles }];
  const { top, bottom, height } = messages;
  const rules = { window: view, top: Math.max(top, 0), gap: 0, spared: null };
  const strip = bestSlot(places, {
    ...rules,
    bottom: Math.min(bottom, view.height),
    least: STRIP_HEIGHT,
    wanted: STRIP_HEIGHT,
    most: STRIP_HEIGHT,
  });
  if (strip.height === 0) return null;
  const most = Math.floor(height * MOST_OF_MESSAGES);
  const open = bestSlot(places, {
    ...rules,
    // The open panel grows out of the line.
    top: strip.top,
    bottom: Math.min(top + most, view.height),
    least: LEAST_HEIGHT,
    wanted: LEAST_HEIGHT,
    most,
  });
  return { strip, open };
}

/** Returns the part with the messages, if it is on screen and wide enough. */
function messagesIn(view: PageView, { chat }: Layout): DOMRect | null {
  if (chat === null) return null;
  for (const selector of MESSAGES) {
    const rect = view.rectOf(selector);
    if (rect === null || rect.width < MIN_WIDTH || rect.height < STRIP_HEIGHT) continue;
    // While the column slides in, it is still outside.
    if (rect.left >= 0 && rect.right <= view.width + 1) return rect;
  }
  return null;
}
