import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendResubs } from '../support/events.ts';
import { click, type FirefoxWorld, startFirefoxWorld } from '../support/firefox.ts';
import { listedIn, listenInFirefox } from '../support/firefox-steps.ts';

let world: FirefoxWorld;

beforeAll(async () => {
  world = await startFirefoxWorld();
});

afterAll(async () => {
  await world?.close();
});

/** The pages that show the history. Puppeteer does not learn the address of every page of ours. */
async function histories(): Promise<Page[]> {
  const pages = await world.browser.pages();
  const pathOf = async (page: Page) =>
    // A window that has closed itself is still among them.
    await page.evaluate(() => location.pathname).catch(() => null);
  const paths = await Promise.all(pages.map(pathOf));
  return pages.filter((_page, index) => paths[index] === '/history.html');
}

test('the popup leads to the history, in one tab', async () => {
  const popup = await listenInFirefox(world, 'demo_streamer');
  const ids = await sendResubs(world.admin, 3);
  await click(popup, '::-p-aria(History[role="button"])');
  await expect.poll(async () => (await histories()).length, { timeout: 10_000 }).toBe(1);
  const [history] = await histories();
  if (history === undefined) throw new Error('The history did not open.');
  await expect.poll(() => listedIn(history), { timeout: 10_000 }).toEqual(ids.toReversed());
  await popup.bringToFront();
  const isShown = () => history.evaluate(() => !document.hidden);
  await expect.poll(isShown, { timeout: 10_000 }).toBe(false);
  await click(popup, '::-p-aria(History[role="button"])');
  await expect.poll(isShown, { timeout: 10_000 }).toBe(true);
  expect(await histories()).toHaveLength(1);
});
