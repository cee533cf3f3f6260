import type { Page } from '@playwright/test';
import { expect, listenTo, test, type World } from '../../support/fixtures.ts';

async function watch({ browser: { context } }: World, popup: Page): Promise<Page> {
  const opened = context.waitForEvent('page');
  await popup.getByRole('link', { name: 'Watch stream' }).click();
  return await opened;
}

test('“Watch stream” opens the channel page with its chat', async ({ world }) => {
  await world.admin.setLive({ streamer: 'demo_streamer', live: true });
  const popup = await listenTo(world, 'demo_streamer');
  await expect(popup.getByText('Live', { exact: true })).toBeVisible();
  const stream = await watch(world, popup);
  await stream.waitForURL('https://www.twitch.tv/demo_streamer');
  await expect(stream.locator('.chat-shell')).toBeVisible();
});

test('while nothing is on, “Watch stream” opens the latest recording', async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  await expect(popup.getByText('Offline · latest recording')).toBeVisible();
  const recording = await watch(world, popup);
  await recording.waitForURL(/^https:\/\/www\.twitch\.tv\/videos\/\d+$/);
});

test('without a recording “Watch stream” opens the channel page all the same', async ({
  world,
}) => {
  const popup = await listenTo(world, 'other_streamer');
  await expect.poll(async () => (await world.admin.state()).requests['/helix/videos']).toBe(1);
  await expect(popup.getByText('Offline', { exact: true })).toBeVisible();
  const stream = await watch(world, popup);
  await stream.waitForURL('https://www.twitch.tv/other_streamer');
  await expect(stream.locator('.chat-shell')).toBeVisible();
});
