import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendResubs } from '../support/events.ts';
import {
  click,
  type FirefoxWorld,
  fill,
  ORIGIN,
  startFirefoxWorld,
  waitFor,
} from '../support/firefox.ts';

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
  await fill(options, '::-p-aria(Client ID[role="textbox"])', 'test-client');
  await click(options, '::-p-aria(Save[role="button"])');
  await waitFor(options, '::-p-text(Saved)');

  const popup = await openOwnPage('popup.html');
  await click(popup, '::-p-aria(Sign in with Twitch)');
  const twitch = await pageOn('id.twitch.tv');
  await click(twitch, '::-p-aria(Authorize[role="button"])');
  await fill(popup, '::-p-aria(Favorite streamer[role="combobox"])', 'demo_streamer');
  await click(popup, '::-p-aria(Save[role="button"])');
  await waitFor(popup, '::-p-text(Listening for events)');

  const channel = await world.browser.newPage();
  await channel.goto('https://www.twitch.tv/demo_streamer');
  await waitFor(channel, 'streamer-event-panel >>> ::-p-text(Listening for events)');
  const ids = await sendResubs(world.admin, 3);
  const listedIds = () =>
    channel.evaluate(() => {
      const panel = document.querySelector('streamer-event-panel')?.shadowRoot;
      const rows = [...(panel?.querySelectorAll('[data-event-id]') ?? [])];
      return rows.map((row) => row.getAttribute('data-event-id'));
    });
  await expect.poll(listedIds, { timeout: 5_000 }).toEqual(ids.toReversed());
});
