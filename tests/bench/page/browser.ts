import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type BrowserContext, chromium } from '@playwright/test';
import { chromiumArguments } from '../../../tools/browser/chromium.ts';
import { chromiumPath } from '../../../tools/browser/find-browser.ts';

/** Returns the port that a starting browser writes into its profile. */
async function portOf(profile: string): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const text = await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '');
    const port = Number(text.split('\n')[0]);
    if (port > 0) return port;
    await delay(50);
  }
  throw new Error('Chromium has not opened its port for developer tools within ten seconds.');
}

/**
 * Starts Chromium with a new profile, calls `run`, and ends the browser. Pages that Playwright starts
 * itself always believe that they are visible. In this browser, only the front tab is visible.
 */
export async function withRealTabs<Result>(
  { extension, tlsPort }: { extension: string | null; tlsPort: number },
  run: (context: BrowserContext) => Promise<Result>,
): Promise<Result> {
  const profile = await mkdtemp(join(tmpdir(), 'streamer-event-viewer-bench-'));
  const args = chromiumArguments({ extension, tlsPort, isHeadless: true });
  const browserProcess = spawn(
    chromiumPath(),
    [...args, `--user-data-dir=${profile}`, '--remote-debugging-port=0', 'about:blank'],
    { stdio: 'ignore' },
  );
  const ended = once(browserProcess, 'exit');
  try {
    const address = `http://127.0.0.1:${await portOf(profile)}`;
    // https://playwright.dev/docs/api/class-browsertype#browser-type-connect-over-cdp
    const browser = await chromium.connectOverCDP(address, { noDefaults: true });
    const [context] = browser.contexts();
    if (context === undefined) throw new Error('Chromium has no default context.');
    const result = await run(context);
    await browser.close();
    return result;
  } finally {
    browserProcess.kill();
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
