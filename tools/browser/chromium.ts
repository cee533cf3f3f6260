import { type BrowserContext, chromium } from '@playwright/test';
import { chromiumPath } from './find-browser.ts';

/** What Chromium is started with. */
export interface ChromiumOptions {
  /** The built extension; several are parted by commas. */
  extension: string;
  /** Where the browser keeps its data; a new empty folder for a new user. */
  profile: string;
  /** Port of the local server that stands in for Twitch's hosts. */
  tlsPort: number;
  isHeadless: boolean;
  /** Arguments beyond those that every start has. */
  args?: readonly string[];
}

/**
 * Starts a real Chromium with the extension in it, for which Twitch's hosts are one local server
 * and the rest of the world is not there.
 */
export async function launchChromium(options: ChromiumOptions): Promise<BrowserContext> {
  const local = `127.0.0.1:${options.tlsPort}`;
  return await chromium.launchPersistentContext(options.profile, {
    executablePath: chromiumPath(),
    // Playwright's own headless mode is another browser, without extensions.
    headless: false,
    ignoreDefaultArgs: ['--disable-extensions'],
    viewport: null,
    // Whoever launches it ends it, and tidies up in its own order.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      ...(options.isHeadless ? ['--headless=new', '--disable-gpu'] : []),
      '--no-sandbox',
      '--no-first-run',
      '--disable-quic',
      '--disable-background-networking',
      '--window-size=1920,1080',
      '--ignore-certificate-errors',
      `--host-resolver-rules=MAP *.twitch.tv ${local}, MAP *.jtvnw.net ${local}, MAP * ~NOTFOUND`,
      `--disable-extensions-except=${options.extension}`,
      `--load-extension=${options.extension}`,
      ...(options.args ?? []),
    ],
  });
}

/** The address that the extension's own pages begin with. */
export async function extensionOrigin(context: BrowserContext): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return `chrome-extension://${new URL(worker.url()).host}`;
}
