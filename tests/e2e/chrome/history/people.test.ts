import type { Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInBothThemes } from '../../support/accessibility.ts';
import { createViewer, sendGiftBomb, sendNotification } from '../../support/events.ts';
import { expect, test, type World } from '../../support/fixtures.ts';
import { clickToOpen, listenTo } from '../../support/steps.ts';

/** Sends gifts, raids, resubs and a new sub. */
async function sendEvening({ admin }: World): Promise<void> {
  await sendGiftBomb(admin, 3);
  await sendNotification(admin, { notice_type: 'sub_gift', chatter: createViewer(1) });
  await sendNotification(admin, { notice_type: 'sub_gift', chatter: null });
  await sendNotification(admin, {
    notice_type: 'resub',
    chatter: createViewer(2),
    resub: { cumulative_months: 40 },
  });
  await sendNotification(admin, {
    notice_type: 'resub',
    chatter: { ...createViewer(2), name: '観る人' },
    resub: { cumulative_months: 41 },
  });
  await sendNotification(admin, { notice_type: 'sub', chatter: createViewer(3) });
}

/** Expects a page without axe's violations that never scrolls to the side, in both themes. */
async function expectAccessibleAtAnyWidth(page: Page): Promise<void> {
  for (const width of [320, 1280, 2560]) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = () =>
      page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(await overflow()).toBe(0);
  }
  await expectAccessibleInBothThemes(page);
  await page.emulateMedia({ forcedColors: 'active' });
  await expectAccessible(page);
  await page.emulateMedia({ forcedColors: 'none' });
  await page.setViewportSize({ width: 1280, height: 800 });
}

test('the lists of people lead to the page of one, and from there to the rows, by keyboard', async ({
  world,
}) => {
  const popup = await listenTo(world, 'demo_streamer');
  await sendEvening(world);
  const history = await clickToOpen(popup.getByRole('button', { name: 'History' }));
  await history.getByRole('link', { name: 'People' }).focus();
  await history.keyboard.press('Enter');

  // What was just recorded gets into the lists by itself.
  const gifters = history.getByRole('table', { name: 'Gifters' });
  await expect(gifters.getByRole('row', { name: 'Viewer_1 4 1 3' })).toBeVisible();
  await expect(gifters.getByRole('row')).toHaveCount(2);
  const months = history.getByRole('table', { name: 'Most months' });
  await expect(months.getByRole('row', { name: '観る人 (viewer_2) 41' })).toBeVisible();
  const subs = history.getByRole('table', { name: 'Newest subs' });
  await expect(subs.getByRole('link', { name: 'Viewer_3' })).toBeVisible();
  await expectAccessibleAtAnyWidth(history);

  await months.getByRole('link', { name: '観る人 (viewer_2)' }).focus();
  await history.keyboard.press('Enter');
  const heading = history.getByRole('heading', { name: '観る人 (viewer_2)' });
  await expect(heading).toBeFocused();
  await expect(history.getByText('Before: Viewer_2')).toBeVisible();
  await expect(history.getByText('subscribed for 41 months').first()).toBeVisible();
  await expectAccessibleAtAnyWidth(history);

  await history.goBack();
  await expect(gifters).toBeVisible();
  await history.goForward();
  await history.reload();
  await expect(heading).toBeVisible();
  await history.getByRole('link', { name: 'Show all events' }).focus();
  await history.keyboard.press('Enter');
  await expect(history).toHaveURL(/history\.html\?viewer=7002$/);
  await expect(history.locator('[data-event-id]')).toHaveCount(2);
  expect(await history.evaluate('document.activeElement === document.body')).toBe(false);
});
