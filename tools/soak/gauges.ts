import type { Browser, CDPSession, Page } from '@playwright/test';

/** What a page holds on to after a garbage collection. */
export interface PageGauge {
  heapBytes: number;
  /** DOM nodes in memory, those included that are in no document any more. */
  nodes: number;
  listeners: number;
  /** Rows of the list "Recent events". */
  rows: number;
}

/** Reads what a page holds on to. */
export async function gaugePage(page: Page): Promise<PageGauge> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  await devtools.detach();
  const read = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return {
    heapBytes: read('JSHeapUsedSize'),
    nodes: read('Nodes'),
    listeners: read('JSEventListeners'),
    rows: await page
      .getByRole('list', { name: 'Recent events' })
      .locator('[data-event-id]')
      .count(),
  };
}

/** Commands to a target that Playwright has no session for. */
async function within(
  devtools: CDPSession,
  targetId: string,
  methods: readonly string[],
): Promise<unknown> {
  const { sessionId } = await devtools.send('Target.attachToTarget', { targetId, flatten: false });
  let last: unknown;
  for (const method of methods) last = await ask(devtools, sessionId, method);
  await devtools.send('Target.detachFromTarget', { sessionId });
  return last;
}

async function ask(devtools: CDPSession, sessionId: string, method: string): Promise<unknown> {
  const answered = new Promise<unknown>((resolve, reject) => {
    const listen = (received: { sessionId: string; message: string }): void => {
      const { id, result, error } = JSON.parse(received.message);
      if (received.sessionId !== sessionId || id === undefined) return;
      devtools.off('Target.receivedMessageFromTarget', listen);
      if (error === undefined) resolve(result);
      else reject(new Error(`${method}: ${error.message}`));
    };
    devtools.on('Target.receivedMessageFromTarget', listen);
  });
  await devtools.send('Target.sendMessageToTarget', {
    sessionId,
    message: JSON.stringify({ id: 1, method }),
  });
  return await answered;
}

/** The heap of the extension's service worker after a garbage collection, in bytes. */
export async function workerHeap(browser: Browser, origin: string): Promise<number> {
  const devtools = await browser.newBrowserCDPSession();
  const { targetInfos } = await devtools.send('Target.getTargets');
  const worker = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.startsWith(origin),
  );
  if (worker === undefined) throw new Error('The service worker does not run.');
  const usage = await within(devtools, worker.targetId, [
    // What was written to the console stays in memory for as long as tools look on, as they do here.
    'Runtime.discardConsoleEntries',
    'HeapProfiler.collectGarbage',
    'Runtime.getHeapUsage',
  ]);
  await devtools.detach();
  return Number(Reflect.get(Object(usage), 'usedSize'));
}
