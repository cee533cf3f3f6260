import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendResubs } from '../support/events.ts';
import {
  click,
  type FirefoxWorld,
  ORIGIN,
  startFirefoxWorld,
  waitFor,
} from '../support/firefox.ts';
import { listedIn, listenInFirefox } from '../support/firefox-steps.ts';

let world: FirefoxWorld;

beforeAll(async () => {
  world = await startFirefoxWorld();
});

afterAll(async () => {
  await world?.close();
});

test('the popup leads to the history, in one tab', async () => {
  const popup = await listenInFirefox(world, 'demo_streamer');
  const ids = await sendResubs(world.admin, 3);
  const histories = async () =>
    (await world.browser.pages()).filter((page) => page.url().startsWith(`${ORIGIN}/history.html`));
  await click(popup, '::-p-aria(History[role="button"])');
  await expect.poll(async () => (await histories()).length, { timeout: 10_000 }).toBe(1);
  const [history] = await histories();
  if (history === undefined) throw new Error('The history did not open.');
  await waitFor(history, '[data-event-id]');
  await expect.poll(() => listedIn(history), { timeout: 5_000 }).toEqual(ids.toReversed());
  await click(popup, '::-p-aria(History[role="button"])');
  const isShown = () => history.evaluate(() => !document.hidden);
  await expect.poll(isShown, { timeout: 10_000 }).toBe(true);
  expect(await histories()).toHaveLength(1);
});
