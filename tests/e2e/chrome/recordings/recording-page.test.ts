import type { Page } from '@playwright/test';
import { expectAccessible } from '../../support/accessibility.ts';
import { expect, test, type World } from '../../support/fixtures.ts';
import { beginOfRecording, sendAt, VIDEO } from '../../support/recordings.ts';
import { panelOn } from '../../support/screens.ts';
import { listenTo } from '../../support/steps.ts';

async function openRecording({ browser: { context } }: World): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`https://www.twitch.tv/videos/${VIDEO}`);
  return page;
}

const currentSecond = async (page: Page) =>
  await page
    .locator('video')
    .evaluate((video) => Math.floor((video as HTMLVideoElement).currentTime));

test('the panel follows the recording of a broadcast, and leads to its moments', async ({
  world,
}) => {
  await listenTo(world, 'demo_streamer');
  await sendAt(world, 60, 600, 7200);
  const page = await openRecording(world);
  const panel = panelOn(page);
  const rows = panel.getByRole('list', { name: 'Events of this broadcast' }).getByRole('listitem');
  await expect(rows).toContainText(['Now at 0:00:00', '0:01:00', '0:10:00', '2:00:00']);

  await panel.getByRole('button', { name: 'Play from shortly before 0:10:00' }).press('Enter');
  await expect.poll(() => currentSecond(page)).toBe(580);
  await expect(rows).toContainText(['0:01:00', 'Now at 0:09:40', '0:10:00', '2:00:00']);

  await page.locator('video').evaluate((video) => {
    (video as HTMLVideoElement).currentTime = 598;
    void (video as HTMLVideoElement).play();
  });
  await expect(rows).toContainText(['0:01:00', '0:10:00', 'Now at 0:10:0', '2:00:00']);
  await expectAccessible(page, 'streamer-event-panel');
});

test('the panel says that nothing of a broadcast is stored', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  await beginOfRecording(world);
  const panel = panelOn(await openRecording(world));
  await expect(panel.getByText('No event of this broadcast is in the history.')).toBeVisible();
});

test('the panel is folded on the recording of somebody who is not listed', async ({ world }) => {
  await listenTo(world, 'other_streamer');
  const page = await openRecording(world);
  await expect.poll(async () => (await world.admin.state()).requests['/helix/videos']).toBe(2);
  await expect(panelOn(page).getByRole('button', { expanded: false })).toBeVisible();
});
