import { expectAccessibleInBothThemes } from '../../support/accessibility.ts';
import { addGap } from '../../support/database.ts';
import { sendGiftBomb, sendResubs } from '../../support/events.ts';
import { expect, test } from '../../support/fixtures.ts';
import { listedIds } from '../../support/screens.ts';
import { clickToOpen, listenTo } from '../../support/steps.ts';

test('statistics count what is recorded, and each number leads to its events, with the keyboard only', async ({
  world,
}) => {
  test.setTimeout(180_000);
  const popup = await listenTo(world, 'demo_streamer');
  const ids = await sendResubs(world.admin, 7);
  await sendGiftBomb(world.admin, 4);
  await expect.poll(async () => await listedIds(popup), { timeout: 30_000 }).toContain(ids.at(-1));
  await addGap(world, '100', [180, 120]);
  const history = await clickToOpen(popup.getByRole('button', { name: 'History' }));
  await history.setViewportSize({ width: 1280, height: 1200 });
  await history.getByRole('link', { name: 'Statistics' }).click();
  await expect(history).toHaveURL(/\?view=statistics$/);

  const kinds = history.getByRole('table', { name: 'Events by streamer and type' });
  await expect(kinds.getByRole('row', { name: /Resubs/ })).toContainText('7');
  await expect(kinds.getByRole('row', { name: /Gift subs/ })).toContainText('4');
  const days = history.getByRole('group', { name: 'Events a day' });
  // The index takes in what arrives a moment later.
  await expect(days.getByRole('link', { name: /Gift subs: 5/ })).toBeVisible();
  await history.getByText('Show as a table').first().click();
  await expect(history.getByRole('table', { name: 'Events a day' })).toBeVisible();
  for (const width of [1280, 320]) {
    await history.setViewportSize({ width, height: 1200 });
    await expectAccessibleInBothThemes(history);
    const scrolled = await history.evaluate(() => document.documentElement.scrollWidth);
    expect(scrolled).toBeLessThanOrEqual(width);
  }

  await days.locator('a[tabindex="0"]').focus();
  await history.keyboard.press('ArrowUp');
  await expect(days.getByRole('link', { name: /, Subs: 7$/ })).toBeFocused();
  await history.keyboard.press('ArrowUp');
  await expect(days.getByRole('link', { name: /, Gift subs: 5$/ })).toBeFocused();
  await history.keyboard.press('Enter');
  await expect(history).toHaveURL(/\?kinds=gifts&from=[\d-]+&until=[\d-]+$/);
  await expect(history.locator('[data-event-id]')).toHaveCount(1);
  await expect(history.getByRole('heading', { name: 'All events' })).toBeFocused();
  await history.goBack();
  await expect(days).toBeVisible();

  await kinds.getByRole('link', { name: 'Gift subs' }).focus();
  await history.keyboard.press('Enter');
  await expect(history).toHaveURL(/\?streamer=100&type=gift$/);
  await expect(history.locator('[data-event-id]')).toHaveCount(1);
  await history.setViewportSize({ width: 1280, height: 1200 });
  await expectAccessibleInBothThemes(history);
  await history.getByRole('button', { name: 'Gift subs', exact: true }).focus();
  await history.keyboard.press('Enter');
  await expect(history.getByRole('combobox', { name: 'Search' })).toBeFocused();
  await expect(history.locator('[data-event-id]')).toHaveCount(8);
});
