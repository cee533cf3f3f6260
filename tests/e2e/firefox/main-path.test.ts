import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendResubs } from '../support/events.ts';
import { type FirefoxWorld, startFirefoxWorld, waitFor } from '../support/firefox.ts';
import { listenInFirefox } from '../support/firefox-steps.ts';

let world: FirefoxWorld;

beforeAll(async () => {
  world = await startFirefoxWorld();
});

afterAll(async () => {
  await world?.close();
});

test('a user signs in, sets the favorite, and sees events arrive in the panel', async () => {
  await listenInFirefox(world, 'demo_streamer');
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
  await expect.poll(listedIds, { timeout: 10_000 }).toEqual(ids.toReversed());
});
