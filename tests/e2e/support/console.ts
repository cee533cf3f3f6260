import type { BrowserContext, ConsoleMessage, JSHandle } from '@playwright/test';

/** All that was said on the consoles of pages and workers. */
export interface Consoles {
  /** Every message with all that hangs on what was said, once it has been looked into. */
  said(): Promise<string[]>;
}

/** Everything that a value bears, causes and hidden properties of errors included, as text. */
async function inspect(handle: JSHandle): Promise<string> {
  return await handle.evaluate((value: unknown) => {
    const parts: string[] = [];
    const seen = new Set<unknown>();
    const visit = (part: unknown): void => {
      if (typeof part !== 'object' || part === null) {
        parts.push(String(part));
        return;
      }
      if (seen.has(part)) return;
      seen.add(part);
      for (const key of Object.getOwnPropertyNames(part)) visit(Reflect.get(part, key));
    };
    visit(value);
    return parts.join('\n');
  });
}

async function textOf(message: ConsoleMessage): Promise<string> {
  // Who has gone meanwhile can't be asked any more; the text it was shown with is still here.
  const parts = await Promise.all(message.args().map((arg) => inspect(arg).catch(() => '')));
  return [message.text(), ...parts].join('\n');
}

/** Listens to the consoles of everything in the browser, from now on. */
export function listenToConsoles(context: BrowserContext): Consoles {
  const messages: Promise<string>[] = [];
  const hear = (message: ConsoleMessage) => void messages.push(textOf(message));
  context.on('console', hear);
  for (const worker of context.serviceWorkers()) worker.on('console', hear);
  context.on('serviceworker', (worker) => void worker.on('console', hear));
  return { said: () => Promise.all(messages) };
}
