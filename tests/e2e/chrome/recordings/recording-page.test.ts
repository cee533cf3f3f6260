import type { Page } from '@playwright/test';
import { accessibilityViolations } from '../../support/accessibility.ts';
import { readTable, storedIds } from '../../support/database.ts';
import { createViewer, sendNotification } from '../../support/events.ts';
import { expect, test, type World } from '../../support/fixtures.ts';
import { panelOn } from '../../support/screens.ts';
import { listenTo } from '../../support/steps.ts';

/** A recording of a broadcast that is as long as three hours. */
const VIDEO = '2001000';

/** Waits until the extension knows the recording, and returns when it began. */
async function beginOfRecording(world: World): Promise<number> {
  let startedAt: number | undefined;
  await expect
    .poll(async () => {
      const [channel] = await readTable(world, 'channels');
      const recordings = (channel?.['recordings'] ?? []) as { id: string; startedAt: number }[];
      startedAt = recordings.find(({ id }) => id === VIDEO)?.startedAt;
      return startedAt;
    })
    .toBeDefined();
  return startedAt ?? 0;
}

/** Sends resubs at seconds of the recording, as if they had arrived then. */
async function sendAt(world: World, ...seconds: number[]): Promise<void> {
  const startedAt = await beginOfRecording(world);
  for (const second of seconds) {
    const time = new Date(startedAt + second * 1000).toISOString();
    const chatter = createViewer(second);
    await sendNotification(world.admin, { notice_type: 'resub', chatter }, time);
  }
  await expect.poll(async () => (await storedIds(world)).length).toBe(seconds.length);
}

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
  expect(await accessibilityViolations(page, 'streamer-event-panel')).toEqual([]);
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
