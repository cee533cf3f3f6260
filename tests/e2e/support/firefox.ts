import { resolve } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { vi } from 'vitest';
import {
  type Firefox,
  type FirefoxOptions,
  launchFirefox,
} from '../../../tools/browser/firefox.ts';
import { type AdminClient, createAdminClient } from '../../simulator/admin-client.ts';
import { startSimulator } from '../../simulator/server.ts';

/** The unmodified store build. */
export const EXTENSION = resolve('.output/firefox-mv2');

/** The extension's id in the manifest. */
export const ADDON_ID = 'streamer-event-viewer@streamer-event-viewer.example';

/** The UUID in the addresses of the extension's pages. */
export const UUID = '5f0e2a3c-7c1d-4b52-9a3e-2f6d1c8b4a90';

/** The address that the extension's pages begin with. */
export const ORIGIN = `moz-extension://${UUID}`;

/** A Firefox with the extension, and a simulated Twitch for it. */
export interface FirefoxWorld {
  admin: AdminClient;
  browser: Firefox['browser'];
  close(): Promise<void>;
}

/** Starts the simulator and Firefox, with further settings of the browser if there are any. */
export async function startFirefoxWorld({
  closesWelcome = true,
  preferences = {},
}: Partial<Pick<FirefoxOptions, 'closesWelcome' | 'preferences'>> = {}): Promise<FirefoxWorld> {
  const simulator = await startSimulator({ seed: 1 });
  const firefox = await launchFirefox({
    extension: EXTENSION,
    addonId: ADDON_ID,
    uuid: UUID,
    tlsPort: simulator.ports.tls,
    closesWelcome,
    preferences,
  }).catch(async (error) => {
    await simulator.close();
    throw error;
  });
  return {
    admin: createAdminClient(simulator.ports.admin),
    browser: firefox.browser,
    close: async () => {
      await firefox.close();
      await simulator.close();
    },
  };
}

/**
 * Waits for an element, and returns it. Puppeteer's own ways to wait compile a function from text in
 * the page, which the content security policy of the extension's pages forbids.
 */
export async function waitFor(page: Page, selector: string): Promise<ElementHandle> {
  const find = async () => {
    const element = await page.$(selector);
    if (element === null) throw new Error(`${page.url()} has no element ${selector}.`);
    return element;
  };
  return await vi.waitFor(find, { timeout: 20_000 });
}

/** Waits for a button until it is enabled, and clicks it. */
export async function click(page: Page, selector: string): Promise<void> {
  const button = await waitFor(page, selector);
  const isEnabled = () => button.evaluate((element) => !element.matches(':disabled'));
  await vi.waitUntil(isEnabled, { timeout: 20_000 });
  await button.click();
}

/** Waits for a text box, and types a text into it. */
export async function fill(page: Page, selector: string, text: string): Promise<void> {
  await (await waitFor(page, selector)).type(text);
}
