import { afterAll, beforeAll, expect, test } from 'vitest';
import { welcomePage } from '../../../tools/browser/firefox.ts';
import {
  click,
  type FirefoxWorld,
  fill,
  startFirefoxWorld,
  UUID,
  waitFor,
} from '../support/firefox.ts';
import { pageOn } from '../support/firefox-steps.ts';

let world: FirefoxWorld;

beforeAll(async () => {
  world = await startFirefoxWorld({ closesWelcome: false });
});

afterAll(async () => {
  await world?.close();
});

test('the page of the first run opens by itself, and leads through the sign-in', async () => {
  const page = await welcomePage(world.browser, UUID);
  await fill(page, '::-p-aria(Client ID[role="textbox"])', 'test-client');
  await click(page, '::-p-aria(Save[role="button"])');
  await click(page, '::-p-aria(Sign in with Twitch[role="button"])');
  const twitch = await pageOn(world, 'id.twitch.tv');
  await click(twitch, '::-p-aria(Authorize[role="button"])');
  await waitFor(page, '::-p-text(Whose events do you want to see?)');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
});

test('the panel leads to the tab that is open', async () => {
  const welcomes = async () =>
    (await world.browser.pages()).filter((page) => page.url().includes('welcome.html'));
  const channel = await world.browser.newPage();
  await channel.goto('https://www.twitch.tv/demo_streamer');
  const setUp = 'streamer-event-panel >>> ::-p-text(Open the set-up)';
  if ((await channel.$(setUp)) === null) {
    await click(channel, 'streamer-event-panel >>> button');
  }
  await click(channel, setUp);
  const isHidden = () => channel.evaluate(() => document.hidden);
  await expect.poll(isHidden, { timeout: 10_000 }).toBe(true);
  expect(await welcomes()).toHaveLength(1);
});
