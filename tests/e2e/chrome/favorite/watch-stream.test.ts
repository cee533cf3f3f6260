import { expect, test } from '../../support/fixtures.ts';
import { clickToOpen, listenTo } from '../../support/steps.ts';
import { requestCount } from '../../support/twitch.ts';

test('“Watch stream” opens the channel page with its chat', async ({ world }) => {
  await world.admin.setLive({ streamer: 'demo_streamer', live: true });
  const popup = await listenTo(world, 'demo_streamer');
  await expect(popup.getByText('Live', { exact: true })).toBeVisible();
  const stream = await clickToOpen(popup.getByRole('link', { name: 'Watch stream' }));
  await stream.waitForURL('https://www.twitch.tv/demo_streamer');
  await expect(stream.locator('.chat-shell')).toBeVisible();
});

test('“Watch stream” opens the latest VOD while the streamer is offline', async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  await expect(popup.getByText('Offline · latest recording')).toBeVisible();
  const vod = await clickToOpen(popup.getByRole('link', { name: 'Watch stream' }));
  await vod.waitForURL(/^https:\/\/www\.twitch\.tv\/videos\/\d+$/);
});

test('“Watch stream” opens the channel page if there is no VOD', async ({ world }) => {
  const popup = await listenTo(world, 'other_streamer');
  await expect.poll(() => requestCount(world, '/helix/videos')).toBe(1);
  await expect(popup.getByText('Offline', { exact: true })).toBeVisible();
  const stream = await clickToOpen(popup.getByRole('link', { name: 'Watch stream' }));
  await stream.waitForURL('https://www.twitch.tv/other_streamer');
  await expect(stream.locator('.chat-shell')).toBeVisible();
});
