import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendResubs } from '../support/events.ts';
import { type FirefoxWorld, ORIGIN, startFirefoxWorld } from '../support/firefox.ts';

let world: FirefoxWorld;

beforeAll(async () => {
  world = await startFirefoxWorld();
});

afterAll(async () => {
  await world?.close();
});

/** Opens a page of the extension. Firefox never reports that such a navigation is done. */
async function openOwnPage(file: string): Promise<Page> {
  const page = await world.browser.newPage();
  void page.goto(`${ORIGIN}/${file}`).catch(() => undefined);
  await page.waitForFunction(() => document.readyState === 'complete' && document.title !== '');
  return page;
}

/** Waits for a page on a host, and returns it. */
async function pageOn(host: string): Promise<Page> {
  const find = async () => (await world.browser.pages()).find((page) => page.url().includes(host));
  await expect.poll(find, { timeout: 20_000 }).toBeDefined();
  const page = await find();
  if (page === undefined) throw new Error(`There is no page on ${host}.`);
  return page;
}

test('a user signs in, sets the favorite, and sees events arrive in the panel', async () => {
  const options = await openOwnPage('options.html');
  await options.locator('::-p-aria(Client ID[role="textbox"])').fill('test-client');
  await options.locator('::-p-aria(Save[role="button"])').click();
  await options.locator('::-p-text(Saved)').wait();

  const popup = await openOwnPage('popup.html');
  await popup.locator('::-p-aria(Sign in with Twitch)').click();
  const twitch = await pageOn('id.twitch.tv');
  await twitch.locator('::-p-aria(Authorize[role="button"])').click();
  await popup.locator('::-p-aria(Favorite streamer[role="combobox"])').fill('demo_streamer');
  await popup.locator('::-p-aria(Save[role="button"])').click();
  await popup.locator('::-p-text(Listening for events)').wait();

  const channel = await world.browser.newPage();
  await channel.goto('https://www.twitch.tv/demo_streamer');
  await channel.locator('streamer-event-panel >>> ::-p-text(Listening for events)').wait();
  const ids = await sendResubs(world.admin, 3);
  const listedIds = () =>
    channel.evaluate(() => {
      const panel = document.querySelector('streamer-event-panel')?.shadowRoot;
      const rows = [...(panel?.querySelectorAll('[data-event-id]') ?? [])];
      return rows.map((row) => row.getAttribute('data-event-id'));
    });
  await expect.poll(listedIds, { timeout: 5_000 }).toEqual(ids.toReversed());
});
