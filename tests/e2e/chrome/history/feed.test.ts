import type { Page } from '@playwright/test';
import { expectAccessibleInBothThemes } from '../../support/accessibility.ts';
import { sendGiftBomb, sendResubs } from '../../support/events.ts';
import { expect, test, type World } from '../../support/fixtures.ts';
import { listedIds } from '../../support/screens.ts';
import { clickToOpen, listenTo } from '../../support/steps.ts';

const rowsOf = (history: Page) => history.locator('[data-event-id]');

/** Records resubs, and opens the history of them. Returns their ids, the newest first. */
async function openHistoryOf(world: World, count: number) {
  const popup = await listenTo(world, 'demo_streamer');
  const ids = (await sendResubs(world.admin, count)).toReversed();
  await expect.poll(async () => (await listedIds(popup))[0], { timeout: 30_000 }).toBe(ids[0]);
  const history = await clickToOpen(popup.getByRole('button', { name: 'History' }));
  await expect(rowsOf(history)).toHaveCount(Math.min(50, count));
  return { history, ids };
}

test('the feed is searched and filtered, and tells all of an event, with the keyboard only', async ({
  world,
}) => {
  test.setTimeout(180_000);
  const { history } = await openHistoryOf(world, 12);
  await sendGiftBomb(world.admin, 5);
  await history.setViewportSize({ width: 1280, height: 800 });
  const bomb = history.locator('[data-event-type="community_gift"]');
  await expect(bomb).toHaveCount(1);

  await history.getByRole('combobox', { name: 'Search' }).focus();
  await history.keyboard.type('viewer_1');
  const suggestions = history.getByRole('listbox', { name: 'Viewers' }).getByRole('option');
  await expect(suggestions).toHaveText(['Viewer_1', 'Viewer_10', 'Viewer_11', 'Viewer_12']);
  await expectAccessibleInBothThemes(history);
  await history.keyboard.press('Escape');
  await expect(rowsOf(history)).toHaveCount(5);
  await history.keyboard.press('Control+A');
  await history.keyboard.press('Delete');

  const chips = history.getByRole('toolbar', { name: 'Kinds of events' });
  const gifts = chips.getByRole('button', { name: /^Gift subs/ });
  await expect(gifts).toHaveText('Gift subs6');
  await chips.getByRole('button', { name: 'All' }).focus();
  for (let step = 0; step < 4; step += 1) await history.keyboard.press('ArrowRight');
  await expect(history.getByRole('button', { name: 'Menu of Gift subs' })).toBeFocused();
  await history.keyboard.press('Enter');
  await expect(history.getByRole('menuitem', { name: 'Only' })).toBeFocused();
  await expectAccessibleInBothThemes(history);
  await history.keyboard.press('Enter');
  await expect(rowsOf(history)).toHaveCount(1);

  await bomb.focus();
  await history.keyboard.press('Enter');
  const beside = history.getByRole('complementary', { name: 'Event' });
  await expect(beside.getByRole('heading', { name: 'Event', exact: true })).toBeFocused();
  await expect(beside.getByText('6 events in this row')).toBeVisible();
  await expectAccessibleInBothThemes(history);
  await history.keyboard.press('Escape');
  await expect(bomb).toBeFocused();

  await history.setViewportSize({ width: 320, height: 640 });
  const views = history.getByRole('navigation').getByRole('link');
  const tops = await views.evaluateAll((links) =>
    links.map((link) => link.getBoundingClientRect().top),
  );
  expect(new Set(tops).size).toBe(1);
  await history.keyboard.press('Enter');
  await expect(history.getByRole('dialog', { name: 'Event' })).toBeVisible();
  await expectAccessibleInBothThemes(history);
  await history.keyboard.press('Escape');
  await expect(bomb).toBeFocused();
  await history.getByRole('button', { name: 'Filters: 1' }).press('Enter');
  await history.getByRole('button', { name: 'Any date' }).press('Enter');
  await expectAccessibleInBothThemes(history);
  await history.getByRole('button', { name: 'Clear filters' }).press('Enter');
  await expect(rowsOf(history)).toHaveCount(13);
  await expect(history.getByRole('combobox', { name: 'Search' })).toBeFocused();

  // In its corner: in the middle of a narrow row are links, and what unfolds it.
  await bomb.click({ position: { x: 8, y: 4 } });
  await history.getByRole('button', { name: 'Delete' }).press('Enter');
  const question = history.getByRole('dialog', { name: 'Delete all 6 events of this row?' });
  await expectAccessibleInBothThemes(history);
  await question.getByRole('button', { name: 'Delete' }).press('Enter');
  await expect(bomb).toHaveCount(0);
  await expect(history.getByRole('group', { name: 'Events' })).toBeFocused();
  await expect(gifts).toHaveText('Gift subs0');
});

test('going back leads to the same place in the list, also after a reload', async ({ world }) => {
  test.setTimeout(120_000);
  const { history, ids } = await openHistoryOf(world, 160);
  await rowsOf(history).first().focus();
  for (const loaded of [100, 150]) {
    await history.keyboard.press('End');
    await expect(rowsOf(history)).toHaveCount(loaded);
  }
  const row = history.locator(`[data-event-id="${ids[90]}"]`);
  await row.scrollIntoViewIfNeeded();
  await row.focus();
  const top = async () => Math.round((await row.boundingBox())?.y ?? -1);
  await expect.poll(() => history.evaluate('history.state?.row ?? null')).not.toBeNull();
  const before = await top();

  await row.getByRole('button', { name: 'More actions' }).click();
  await history.getByRole('menuitem', { name: 'Only this viewer' }).click();
  await expect(rowsOf(history)).toHaveCount(1);
  await history.goBack();
  await expect(row).toBeInViewport();
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(4);
  await history.reload();
  await expect(row).toBeInViewport();
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(4);

  await row.click();
  await expect(history).toHaveURL(/\?event=/);
  await history.goBack();
  await expect(row).toBeFocused();
  await expect(history.getByRole('button', { name: 'Show the newest' })).toBeVisible();
});
