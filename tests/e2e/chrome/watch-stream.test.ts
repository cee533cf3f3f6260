import { expect, listenTo, test } from './fixtures.ts';

test('“Watch stream” opens the channel page with its chat', async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  const opened = world.browser.context.waitForEvent('page');
  await popup.getByRole('link', { name: 'Watch stream' }).click();
  const stream = await opened;
  await stream.waitForURL('https://www.twitch.tv/demo_streamer');
  await expect(stream.locator('.chat-shell')).toBeVisible();
});
