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

/** What the service worker holds on to after a garbage collection. */
export interface WorkerGauge {
  heapBytes: number;
  /** Tells one worker from the one that came after it. */
  startedAt: number;
}

interface Command {
  method: string;
  params?: object;
}

/** Asks a target that Playwright has no session for, and gives its answer. */
type Ask = (command: Command) => Promise<unknown>;

function createAsk(devtools: CDPSession, sessionId: string): Ask {
  let id = 0;
  return async (command) => {
    id += 1;
    const own = id;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const listen = (received: { sessionId: string; message: string }): void => {
      const { id: answered, result, error } = JSON.parse(received.message);
      if (received.sessionId !== sessionId || answered !== own) return;
      devtools.off('Target.receivedMessageFromTarget', listen);
      if (error === undefined) resolve(result);
      else reject(new Error(`${command.method}: ${error.message}`));
    };
    devtools.on('Target.receivedMessageFromTarget', listen);
    const message = JSON.stringify({ id: own, ...command });
    await devtools.send('Target.sendMessageToTarget', { sessionId, message });
    return await promise;
  };
}

/** What lies at the end of a path of keys, as a number. */
function numberAt(value: unknown, ...keys: readonly string[]): number {
  return Number(keys.reduce((inner, key) => Reflect.get(Object(inner), key), value));
}

/** Reads what the extension's service worker holds on to. Throws where none runs. */
export async function gaugeWorker(browser: Browser, origin: string): Promise<WorkerGauge> {
  const devtools = await browser.newBrowserCDPSession();
  const { targetInfos } = await devtools.send('Target.getTargets');
  const worker = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.startsWith(origin),
  );
  if (worker === undefined) throw new Error('The service worker does not run.');
  const { targetId } = worker;
  const { sessionId } = await devtools.send('Target.attachToTarget', { targetId, flatten: false });
  const ask = createAsk(devtools, sessionId);
  // What was written to the console stays in memory for as long as tools look on, as they do here.
  await ask({ method: 'Runtime.discardConsoleEntries' });
  await ask({ method: 'HeapProfiler.collectGarbage' });
  const usage = await ask({ method: 'Runtime.getHeapUsage' });
  const expression = 'performance.timeOrigin';
  const started = await ask({ method: 'Runtime.evaluate', params: { expression } });
  await devtools.detach();
  return {
    heapBytes: numberAt(usage, 'usedSize'),
    startedAt: numberAt(started, 'result', 'value'),
  };
}
