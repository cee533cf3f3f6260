import { expect, test } from '../../support/fixtures.ts';
import { panelOn } from '../../support/screens.ts';
import { clickToOpen, listenTo, openChannel } from '../../support/steps.ts';
import { inToolbarPopup, openToolbarPopup } from '../../support/toolbar-popup.ts';
import { requestCount } from '../../support/twitch.ts';

test('“Watch stream” opens the channel page with its chat', async ({ world }) => {
  await world.admin.setLive({ streamer: 'demo_streamer', live: true, viewers: 412 });
  const popup = await listenTo(world, 'demo_streamer');
  await expect(popup.getByText('Live', { exact: true })).toBeVisible();
  await expect(popup.getByText('· 412')).toBeInViewport();
  await expect(popup.getByTitle('412 viewers')).toContainText('412 viewers');
  const stream = await clickToOpen(popup.getByRole('link', { name: 'Watch stream' }));
  await stream.waitForURL('https://www.twitch.tv/demo_streamer');
  await expect(stream.locator('.chat-shell')).toBeVisible();
});

test('“Watch stream” goes there in the tab that the user looks at, if it shows Twitch', async ({
  world,
}) => {
  await listenTo(world, 'demo_streamer');
  const channel = await openChannel(world, 'other_streamer');
  await channel.bringToFront();
  await expect(panelOn(channel)).toBeAttached();
  await openToolbarPopup(world);
  const click = `
    const link = popup.document.querySelector('header a[target]');
    link?.click();
    return link?.href ?? null;
  `;
  const pages = world.browser.context.pages().length;
  await expect.poll(() => inToolbarPopup(world, click)).toContain('twitch.tv/');
  await channel.waitForURL(/\/videos\/\d+$/);
  expect(world.browser.context.pages()).toHaveLength(pages);
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
