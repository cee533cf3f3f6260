import type { World } from '../../tests/e2e/support/fixtures.ts';

/**
 * Stops the service worker for good, so that it neither answers nor ends: the browser restarts one
 * that has ended as soon as a page opens.
 */
export async function pauseWorker({ browser: { context, origin } }: World): Promise<void> {
  const browser = context.browser();
  if (browser === null) throw new Error('Playwright has no handle of the browser.');
  const devtools = await browser.newBrowserCDPSession();
  const { targetInfos } = await devtools.send('Target.getTargets');
  const worker = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.startsWith(origin),
  );
  if (worker === undefined) throw new Error('The service worker does not run.');
  const { sessionId } = await devtools.send('Target.attachToTarget', {
    targetId: worker.targetId,
    flatten: false,
  });
  const paused = new Promise<void>((resolve) => {
    devtools.on('Target.receivedMessageFromTarget', ({ message }) => {
      if (message.includes('"Debugger.paused"')) resolve();
    });
  });
  const commands = [
    { id: 1, method: 'Debugger.enable' },
    { id: 2, method: 'Debugger.pause' },
    { id: 3, method: 'Runtime.evaluate', params: { expression: '0' } },
  ];
  for (const command of commands) {
    await devtools.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify(command),
    });
  }
  await paused;
}
