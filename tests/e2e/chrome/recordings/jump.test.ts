import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../../support/fixtures.ts';
import { sendAt, VIDEO } from '../../support/recordings.ts';
import { eventRows, panelOn } from '../../support/screens.ts';
import { listenTo, openChannel, openPopup } from '../../support/steps.ts';

/** Shortly before the event: 1:02:03 less 20 seconds. */
const MOMENT = `https://www.twitch.tv/videos/${VIDEO}?t=1h1m43s`;

/**
 * Checks the link in the menu of the newest row, and returns the page that opens for Enter on the row. A
 * browser without a mouse, as here, has no link in the row itself.
 */
async function jump(screen: Page | Locator, page: Page): Promise<Page> {
  const row = eventRows(screen).first();
  await row.getByRole('button', { name: 'More actions' }).press('Enter');
  const link = screen.getByRole('menuitem', { name: 'Jump to this moment' });
  await expect(link).toHaveAttribute('href', MOMENT);
  await page.keyboard.press('Escape');
  await row.focus();
  const opened = page.context().waitForEvent('page');
  await page.keyboard.press('Enter');
  return await opened;
}

test('a row leads to its moment in the recording of the broadcast', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  await sendAt(world, 3600 + 2 * 60 + 3);
  const popup = await openPopup(world);
  await expect(await jump(popup, popup)).toHaveURL(MOMENT);
  const channel = await openChannel(world, 'demo_streamer');
  const recording = await jump(panelOn(channel), channel);
  await expect(recording).toHaveURL(MOMENT);
  // The page is not told where the user came from, and cannot move that page.
  expect(await recording.evaluate('window.opener')).toBeNull();
});

test('a row of no recorded broadcast leads nowhere', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  await sendAt(world, -60);
  const popup = await openPopup(world);
  await eventRows(popup).first().getByRole('button', { name: 'More actions' }).press('Enter');
  await expect(popup.getByRole('menuitem', { name: 'Copy' })).toBeVisible();
  await expect(popup.getByRole('menuitem', { name: 'Jump to this moment' })).toHaveCount(0);
});
