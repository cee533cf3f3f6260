import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { click, type FirefoxWorld, fill, ORIGIN, waitFor } from './firefox.ts';

/** Steps that a user takes in Firefox. */

/** Opens a page of the extension. Firefox never reports that such a navigation is done. */
export async function openOwnPage({ browser }: FirefoxWorld, file: string): Promise<Page> {
  const page = await browser.newPage();
  void page.goto(`${ORIGIN}/${file}`).catch(() => undefined);
  return page;
}

/** Waits for a page on a host, and returns it. */
export async function pageOn({ browser }: FirefoxWorld, host: string): Promise<Page> {
  const find = async () => (await browser.pages()).find((page) => page.url().includes(host));
  await expect.poll(find, { timeout: 20_000 }).toBeDefined();
  const page = await find();
  if (page === undefined) throw new Error(`There is no page on ${host}.`);
  return page;
}

/**
 * Enters a Client ID, signs in, makes a streamer the favorite, and waits until the extension
 * listens. Returns the popup.
 */
export async function listenInFirefox(world: FirefoxWorld, userName: string): Promise<Page> {
  const options = await openOwnPage(world, 'options.html#application');
  await fill(options, '::-p-aria(Client ID[role="textbox"])', 'test-client');
  await click(options, '::-p-aria(Save[role="button"])');
  await waitFor(options, '::-p-text(Saved)');

  const popup = await openOwnPage(world, 'popup.html');
  await click(popup, '::-p-aria(Sign in with Twitch)');
  const twitch = await pageOn(world, 'id.twitch.tv');
  await click(twitch, '::-p-aria(Authorize[role="button"])');
  await fill(popup, '::-p-aria(Favorite streamer[role="combobox"])', userName);
  await click(popup, '::-p-aria(Save[role="button"])');
  await waitFor(popup, '::-p-text(Listening for events)');
  return popup;
}

/** Returns the ids of the events that a page of the extension lists, from the top. */
export async function listedIn(page: Page): Promise<(string | null)[]> {
  return await page.evaluate(() => {
    const rows = [...document.querySelectorAll('[data-event-id]')];
    return rows.map((row) => row.getAttribute('data-event-id'));
  });
}
