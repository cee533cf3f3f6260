import type { BrowserContext, CDPSession } from '@playwright/test';

/** Measures how much the browser computes. */
export interface Processes {
  /** Returns the seconds that all renderer processes have computed since the browser started. */
  rendererSeconds(): Promise<number>;
}

/** Connects to the browser. Workers and pages run in its renderer processes. */
export async function openProcesses(context: BrowserContext): Promise<Processes> {
  const devtools: CDPSession | undefined = await context.browser()?.newBrowserCDPSession();
  if (devtools === undefined) throw new Error('Playwright has no handle of the browser.');
  return {
    rendererSeconds: async () => {
      const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
      return processInfo
        .filter(({ type }) => type === 'renderer')
        .reduce((sum, { cpuTime }) => sum + cpuTime, 0);
    },
  };
}
