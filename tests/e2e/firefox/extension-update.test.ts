import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ADDON_ID, EXTENSION, type FirefoxWorld, startFirefoxWorld } from '../support/firefox.ts';

let world: FirefoxWorld;
let channel: Page;

beforeAll(async () => {
  world = await startFirefoxWorld();
  channel = await world.browser.newPage();
  await channel.goto('https://www.twitch.tv/demo_streamer');
});

afterAll(async () => {
  await world?.close();
});

/** Returns for each panel in the page: if the test marked it as old, and if it is visible. */
async function panels(): Promise<{ isOld: boolean; isVisible: boolean }[]> {
  return await channel.evaluate(() =>
    [...document.querySelectorAll('streamer-event-panel')].map((panel) => ({
      isOld: panel.hasAttribute('data-old'),
      isVisible: (panel.shadowRoot?.querySelector('section')?.clientHeight ?? 0) > 0,
    })),
  );
}

test('an update leaves only the new panel, and removing the extension hides it', async () => {
  await expect.poll(panels).toEqual([{ isOld: false, isVisible: true }]);
  await channel.evaluate(() =>
    document.querySelector('streamer-event-panel')?.setAttribute('data-old', ''),
  );

  await world.browser.installExtension(EXTENSION);
  await expect.poll(panels, { timeout: 10_000 }).toEqual([{ isOld: false, isVisible: true }]);

  await world.browser.uninstallExtension(ADDON_ID);
  await expect.poll(panels, { timeout: 10_000 }).toEqual([{ isOld: false, isVisible: false }]);
});
