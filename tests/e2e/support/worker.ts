import type { World } from './fixtures.ts';

/** Ends the service worker at once, as the browser does when it is short of memory. */
export async function killWorker({ browser: { context, page } }: World): Promise<void> {
  const devtools = await context.newCDPSession(page);
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.stopAllWorkers');
  await devtools.detach();
}
