import type { Browser, CDPSession, Page } from '@playwright/test';

/** What a page has in memory after a garbage collection. */
export interface PageMemory {
  heapBytes: number;
  /** DOM nodes, also those that are no longer in a document. */
  nodes: number;
  listeners: number;
  /** Rows in the list "Recent events". */
  rows: number;
}

/** Measures the memory of a page. */
export async function measurePage(page: Page): Promise<PageMemory> {
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

/** What the service worker has in memory after a garbage collection. */
export interface WorkerMemory {
  heapBytes: number;
  /** Distinguishes a worker from the one that replaces it. */
  startedAt: number;
}

interface Command {
  method: string;
  params?: object;
}

/** Sends a command to a target for which Playwright has no session, and returns the result. */
type SendCommand = (command: Command) => Promise<unknown>;

function createSendCommand(devtools: CDPSession, sessionId: string): SendCommand {
  let lastId = 0;
  return async (command) => {
    lastId += 1;
    const commandId = lastId;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const onMessage = (received: { sessionId: string; message: string }): void => {
      const { id, result, error } = JSON.parse(received.message);
      if (received.sessionId !== sessionId || id !== commandId) return;
      devtools.off('Target.receivedMessageFromTarget', onMessage);
      if (error === undefined) resolve(result);
      else reject(new Error(`${command.method}: ${error.message}`));
    };
    devtools.on('Target.receivedMessageFromTarget', onMessage);
    const message = JSON.stringify({ id: commandId, ...command });
    await devtools.send('Target.sendMessageToTarget', { sessionId, message });
    return await promise;
  };
}

/** Returns the number at the end of a path of keys. */
function numberAt(value: unknown, ...keys: readonly string[]): number {
  return Number(keys.reduce((inner, key) => Reflect.get(Object(inner), key), value));
}

/** Measures the memory of the extension's service worker. Throws if none runs. */
export async function measureWorker(browser: Browser, origin: string): Promise<WorkerMemory> {
  const devtools = await browser.newBrowserCDPSession();
  const { targetInfos } = await devtools.send('Target.getTargets');
  const worker = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.startsWith(origin),
  );
  if (worker === undefined) throw new Error('The service worker does not run.');
  const { targetId } = worker;
  const { sessionId } = await devtools.send('Target.attachToTarget', { targetId, flatten: false });
  const send = createSendCommand(devtools, sessionId);
  // Console messages stay in memory while developer tools are attached, as they are here.
  await send({ method: 'Runtime.discardConsoleEntries' });
  await send({ method: 'HeapProfiler.collectGarbage' });
  const usage = await send({ method: 'Runtime.getHeapUsage' });
  const expression = 'performance.timeOrigin';
  const started = await send({ method: 'Runtime.evaluate', params: { expression } });
  await devtools.detach();
  return {
    heapBytes: numberAt(usage, 'usedSize'),
    startedAt: numberAt(started, 'result', 'value'),
  };
}
