import { setTimeout as wait } from 'node:timers/promises';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { chromiumPath } from './find-browser.ts';

/** Options to start Chromium with. */
export interface ChromiumOptions {
  /** The folder of the built extension; several folders are separated by commas. */
  extension: string;
  /** The folder where the browser stores its data; an empty one is a new user. */
  profile: string;
  /** The port of the local server that replaces Twitch's hosts. */
  tlsPort: number;
  isHeadless: boolean;
  /** Further command-line arguments. */
  args?: readonly string[];
  /** The browser's own language. */
  locale?: string;
}

/** Returns the command-line arguments for an extension, or for none, and for the replaced hosts. */
export function chromiumArguments(options: {
  extension: string | null;
  tlsPort: number;
  isHeadless: boolean;
}): string[] {
  const { extension, isHeadless } = options;
  const local = `127.0.0.1:${options.tlsPort}`;
  return [
    ...(isHeadless ? ['--headless=new', '--disable-gpu'] : []),
    '--no-sandbox',
    '--no-first-run',
    '--disable-quic',
    '--disable-background-networking',
    '--window-size=1920,1080',
    '--ignore-certificate-errors',
    `--host-resolver-rules=MAP *.twitch.tv ${local}, MAP *.jtvnw.net ${local}, MAP * ~NOTFOUND`,
    ...(extension === null
      ? []
      : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
  ];
}

/** Starts Chromium with the extension. Twitch's hosts are a local server, and no other host exists. */
export async function launchChromium(options: ChromiumOptions): Promise<BrowserContext> {
  return await chromium.launchPersistentContext(options.profile, {
    executablePath: chromiumPath(),
    // Playwright's own headless mode starts another browser, which has no extensions:
    // https://playwright.dev/docs/chrome-extensions
    headless: false,
    ignoreDefaultArgs: ['--disable-extensions'],
    viewport: null,
    ...(options.locale !== undefined && { locale: options.locale }),
    // The caller closes the browser on a signal, together with the rest.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [...chromiumArguments(options), ...(options.args ?? [])],
  });
}

/** Returns the address that the extension's pages begin with. */
export async function extensionOrigin(context: BrowserContext): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return `chrome-extension://${new URL(worker.url()).host}`;
}

const POLL_MS = 20;
const OPENS_WITHIN_MS = 30_000;

/** Waits for the page of the first run, which opens by itself after an installation. */
export async function welcomePage(context: BrowserContext): Promise<Page> {
  const url = `${await extensionOrigin(context)}/welcome.html`;
  const deadline = Date.now() + OPENS_WITHIN_MS;
  while (Date.now() < deadline) {
    // A new tab shows nothing at first, so its address is not known when it opens.
    const page = context.pages().find((open) => open.url().startsWith(url));
    if (page !== undefined) return page;
    await wait(POLL_MS);
  }
  throw new Error('The page of the first run did not open.');
}

/**
 * Closes the page of the first run as soon as it shows something. Call it once after the first start with
 * a new profile: a tab that opens in between would be in front of what is tested or measured.
 */
export async function closeWelcome(context: BrowserContext): Promise<void> {
  const page = await welcomePage(context);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.close();
}
