import { browser } from 'wxt/browser';
import { channelOfPath, type PageAnswer } from '@/lib/domain/channel/channel-page';

/** The sender of a message, as far as it matters here. */
interface Sender {
  id?: string | undefined;
  tab?: unknown;
}

function onMessage(message: unknown, sender: Sender, reply: (answer: PageAnswer) => void): void {
  const isOurs = sender.id === browser.runtime.id && sender.tab === undefined;
  if (!isOurs || (message as { name?: unknown } | null)?.name !== 'page/where') return;
  reply({
    channel: channelOfPath(location.pathname),
    isVisible: document.visibilityState === 'visible',
  });
}

/**
 * Tells the background, whenever it asks, which channel the page belongs to and whether the user sees
 * it. So nothing has to be reported while nobody wants to know.
 */
export function answerWhere(signal: AbortSignal): void {
  const { onMessage: messages } = browser.runtime;
  // Without the polyfill, which this script does not have, both browsers take this function.
  messages.addListener(onMessage as never);
  signal.addEventListener('abort', () => {
    if (browser.runtime?.id !== undefined) messages.removeListener(onMessage as never);
  });
}
