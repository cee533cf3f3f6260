import { browser } from 'wxt/browser';

/** What the background and the extension's own pages may ask the script in a page of Twitch. */
export type PageMessage = 'panel/toggle' | 'page/where';

/** The sender of a message, as far as it matters here. */
interface Sender {
  id?: string | undefined;
  tab?: unknown;
}

/**
 * Answers messages of the background and of the extension's own popup and side panel, until the
 * signal aborts. A page of Twitch cannot send any: https://developer.chrome.com/docs/extensions/develop/concepts/messaging
 */
export function answerMessages(
  signal: AbortSignal,
  answers: Partial<Record<PageMessage, () => unknown>>,
): void {
  const known = new Map(Object.entries(answers));
  function onMessage(message: unknown, sender: Sender, reply: (value: unknown) => void): void {
    if (sender.id !== browser.runtime.id || sender.tab !== undefined) return;
    const answer = known.get(nameOf(message));
    if (answer !== undefined) reply(answer() ?? null);
  }
  const { onMessage: messages } = browser.runtime;
  // The signature of both browsers without the polyfill, which the script does not have.
  messages.addListener(onMessage as never);
  signal.addEventListener('abort', () => {
    // After an update of the extension, nothing of it is there any more.
    if (browser.runtime?.id !== undefined) messages.removeListener(onMessage as never);
  });
}

function nameOf(message: unknown): string {
  return typeof message === 'object' && message !== null && 'name' in message
    ? String(message.name)
    : '';
}
