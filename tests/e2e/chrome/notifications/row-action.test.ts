import type { Locator, Page } from '@playwright/test';
import { STREAMER } from '../../../simulator/world/people/accounts.ts';
import { expectAccessible } from '../../support/accessibility.ts';
import { sendResubs } from '../../support/events.ts';
import { expect, test } from '../../support/fixtures.ts';
import { haveAllowedNotifications } from '../../support/notifications.ts';
import { eventRows, expectListening, panelOn } from '../../support/screens.ts';
import { listenTo, openChannel, openOptions, openPopup } from '../../support/steps.ts';

/** Chooses the last action of the newest row by keys. */
async function notifyOfNewest(screen: Page | Locator): Promise<void> {
  const more = eventRows(screen).first().getByRole('button', { name: 'More actions' });
  await more.press('Enter');
  const item = screen.getByRole('menuitem', { name: 'Notify me of events like this' });
  await expect(item).toBeVisible();
  await screen.getByRole('menu').press('End');
  await item.press('Enter');
}

test('a row of the popup switches notifications on, and off again', async ({ world }) => {
  await listenTo(world, STREAMER.login);
  await haveAllowedNotifications(world);
  const popup = await openPopup(world);
  await expectListening(popup);
  await sendResubs(world.admin, 1);
  await notifyOfNewest(popup);
  await expect(popup.getByText(/^Notifications are on now/)).toBeVisible();
  await expectAccessible(popup);
  const options = await openOptions(world, 'notifications');
  await expect(options.getByRole('checkbox', { name: /^Subs/ })).toBeChecked();

  const again = await openPopup(world);
  await notifyOfNewest(again);
  await expect(again.getByText('You will be notified of events like this.')).toBeVisible();
});

test('a row of the panel leads to where notifications are switched on', async ({ world }) => {
  await listenTo(world, STREAMER.login);
  const channel = await openChannel(world, STREAMER.login);
  const panel = panelOn(channel);
  await expectListening(panel);
  await sendResubs(world.admin, 1);
  const opened = world.browser.context.waitForEvent('page');
  await notifyOfNewest(panel);
  const options = await opened;
  await expect(options).toHaveURL(/options\.html#notifications$/);
  await expect(panel.getByText(/^Notifications are off/)).toBeVisible();
  await expect(options.getByRole('switch', { name: 'Notify me' })).not.toBeChecked();
});
