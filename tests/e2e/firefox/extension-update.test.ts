import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Firefox, launchFirefox } from '../../../tools/browser/firefox.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';

const EXTENSION = resolve('.output/firefox-mv2');
const ADDON_ID = 'streamer-event-viewer@streamer-event-viewer.example';

let simulator: Simulator;
let firefox: Firefox;
let channel: Page;

beforeAll(async () => {
  simulator = await startSimulator({ seed: 1 });
  firefox = await launchFirefox({
    extension: EXTENSION,
    addonId: ADDON_ID,
    uuid: '5f0e2a3c-7c1d-4b52-9a3e-2f6d1c8b4a90',
    tlsPort: simulator.ports.tls,
  });
  channel = await firefox.browser.newPage();
  await channel.goto('https://www.twitch.tv/demo_streamer');
});

afterAll(async () => {
  await firefox?.close();
  await simulator?.close();
});

/** Of each panel in the page: whether it is marked as the one before the update, and how high it is. */
async function panels(): Promise<{ isOld: boolean; isSeen: boolean }[]> {
  return await channel.evaluate(() =>
    [...document.querySelectorAll('streamer-event-panel')].map((panel) => ({
      isOld: panel.hasAttribute('data-old'),
      isSeen: (panel.shadowRoot?.querySelector('section')?.clientHeight ?? 0) > 0,
    })),
  );
}

test('after an update there is one panel, and nothing is seen of it once the extension is gone', async () => {
  await expect.poll(panels).toEqual([{ isOld: false, isSeen: true }]);
  await channel.evaluate(() =>
    document.querySelector('streamer-event-panel')?.setAttribute('data-old', ''),
  );

  await firefox.browser.installExtension(EXTENSION);
  await expect.poll(panels, { timeout: 10_000 }).toEqual([{ isOld: false, isSeen: true }]);

  await firefox.browser.uninstallExtension(ADDON_ID);
  await expect.poll(panels, { timeout: 10_000 }).toEqual([{ isOld: false, isSeen: false }]);
});
