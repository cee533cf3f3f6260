import type { BrowserContext, ConsoleMessage, JSHandle } from '@playwright/test';

/** The console messages of all pages and workers. */
export interface Consoles {
  /** Returns every message, with all properties of the values that were logged. */
  messages(): Promise<string[]>;
}

/** Returns a value with all its properties as text, also causes and hidden properties of errors. */
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
  // The values of a page or worker that has closed cannot be read, but the text of its message can.
  const parts = await Promise.all(message.args().map((arg) => inspect(arg).catch(() => '')));
  return [message.text(), ...parts].join('\n');
}

/** Collects the console messages of everything in the browser from now on. */
export function listenToConsoles(context: BrowserContext): Consoles {
  const messages: Promise<string>[] = [];
  const onMessage = (message: ConsoleMessage) => void messages.push(textOf(message));
  context.on('console', onMessage);
  for (const worker of context.serviceWorkers()) worker.on('console', onMessage);
  context.on('serviceworker', (worker) => void worker.on('console', onMessage));
  return { messages: () => Promise.all(messages) };
}
