interface ChatLine {
  number: number;
  kind: 'message' | 'notice';
  name: string;
  color: string;
  text: string;
}

interface ChannelState {
  live: boolean;
  title: string;
  category: string;
  viewers: string;
  chat: ChatLine[];
}

const INTERVAL_MS = 1_000;
const KEPT_LINES = 80;

function setText(selector: string, text: string): void {
  const element = document.querySelector(selector);
  if (element && element.textContent !== text) element.textContent = text;
}

function span(className: string, text: string): HTMLSpanElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}

function lineElement({ number, kind, name, color, text }: ChatLine): HTMLElement {
  const line = document.createElement('div');
  line.dataset.line = String(number);
  if (kind === 'notice') {
    line.className = 'user-notice-line';
    line.dataset.testSelector = 'user-notice-line';
    line.textContent = text;
    return line;
  }
  line.className = 'chat-line__message';
  const author = span('chat-author__display-name', name);
  if (color) author.style.color = color;
  const message = span('text-fragment', text);
  message.dataset.aTarget = 'chat-message-text';
  line.append(author, ': ', message);
  return line;
}

function addChat(chat: readonly ChatLine[]): void {
  const log = document.querySelector('.chat-scrollable-area__message-container');
  if (!log) return;
  const last = log.lastElementChild instanceof HTMLElement ? log.lastElementChild : undefined;
  const seen = Number(last?.dataset.line ?? 0);
  log.append(...chat.filter(({ number }) => number > seen).map(lineElement));
  while (log.childElementCount > KEPT_LINES) log.firstElementChild?.remove();
  log.parentElement?.scrollTo({ top: log.parentElement.scrollHeight });
}

function setHidden(selector: string, isHidden: boolean): void {
  document.querySelector(selector)?.toggleAttribute('hidden', isHidden);
}

function showLive(root: Element, isLive: boolean): void {
  root.classList.toggle('channel-root--live', isLive);
  const player = root.querySelector('.channel-root__player');
  player?.classList.toggle('channel-root__player--offline', !isLive);
  setHidden('.player-live-badge', !isLive);
  setHidden('#offline-channel-main-content', isLive);
  setText('.channel-status', isLive ? 'LIVE' : 'OFFLINE');
}

async function refresh(): Promise<void> {
  const root = document.querySelector<HTMLElement>('.channel-root');
  const login = root?.dataset.channel;
  if (!root || login === undefined) return;
  const response = await fetch(`/_page/channels/${login}`);
  const state: ChannelState = await response.json();
  // The channel may have changed before the answer arrived.
  if (!root.isConnected) return;
  showLive(root, state.live);
  setText('[data-a-target=stream-title]', state.title);
  setText('[data-a-target=stream-game-link]', state.category);
  setText('[data-a-target=animated-channel-viewers-count]', state.viewers);
  addChat(state.chat);
}

/** Updates title, viewers and chat every second; Twitch has sockets for this. */
export function startRefreshing(): void {
  const again = () =>
    setTimeout(() => {
      // Tests make Twitch unreachable; the page then stays unchanged.
      refresh()
        .catch(() => undefined)
        .finally(again);
    }, INTERVAL_MS);
  again();
}
