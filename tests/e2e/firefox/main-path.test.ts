import { resolve } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Firefox, launchFirefox } from '../../../tools/browser/firefox.ts';
import { type AdminClient, createAdminClient } from '../../simulator/admin-client.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';
import { sendResubs } from '../support/events.ts';

const UUID = '5f0e2a3c-7c1d-4b52-9a3e-2f6d1c8b4a90';
const ORIGIN = `moz-extension://${UUID}`;

let simulator: Simulator;
let admin: AdminClient;
let firefox: Firefox;

beforeAll(async () => {
  simulator = await startSimulator({ seed: 1 });
  admin = createAdminClient(simulator.ports.admin);
  firefox = await launchFirefox({
    extension: resolve('.output/firefox-mv2'),
    addonId: 'streamer-event-viewer@streamer-event-viewer.example',
    uuid: UUID,
    tlsPort: simulator.ports.tls,
  });
});

afterAll(async () => {
  await firefox?.close();
  await simulator?.close();
});

/** Opens a page of the extension, whose navigation Firefox never reports as done. */
async function openOwnPage(browser: Browser, name: string): Promise<Page> {
  const page = await browser.newPage();
  void page.goto(`${ORIGIN}/${name}`).catch(() => undefined);
  await page.waitForFunction(() => document.readyState === 'complete' && document.title !== '');
  return page;
}

async function pageOf(browser: Browser, host: string): Promise<Page> {
  const find = async () => (await browser.pages()).find((page) => page.url().includes(host));
  await expect.poll(find, { timeout: 20_000 }).toBeDefined();
  const page = await find();
  if (page === undefined) throw new Error(`no page of ${host}`);
  return page;
}

test('signs in, sets the favorite, and sees an event arrive in the panel', async () => {
  const { browser } = firefox;
  const options = await openOwnPage(browser, 'options.html');
  await options.locator('::-p-aria(Client ID[role="textbox"])').fill('test-client');
  await options.locator('::-p-aria(Save[role="button"])').click();
  await options.locator('::-p-text(Saved)').wait();

  const popup = await openOwnPage(browser, 'popup.html');
  await popup.locator('::-p-aria(Sign in with Twitch)').click();
  const twitch = await pageOf(browser, 'id.twitch.tv');
  await twitch.locator('::-p-aria(Authorize[role="button"])').click();
  await popup.locator('::-p-aria(Favorite streamer[role="combobox"])').fill('demo_streamer');
  await popup.locator('::-p-aria(Save[role="button"])').click();
  await popup.locator('::-p-text(Listening for events)').wait();

  const channel = await browser.newPage();
  await channel.goto('https://www.twitch.tv/demo_streamer');
  await channel.locator('streamer-event-panel >>> ::-p-text(Listening for events)').wait();
  const ids = await sendResubs(admin, 3);
  const shown = () =>
    channel.evaluate(() =>
      [
        ...(document
          .querySelector('streamer-event-panel')
          ?.shadowRoot?.querySelectorAll('[data-event-id]') ?? []),
      ].map((item) => item.getAttribute('data-event-id')),
    );
  await expect.poll(shown, { timeout: 5_000 }).toEqual(ids.toReversed());
});
