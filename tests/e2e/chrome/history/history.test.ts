import type { BrowserContext, Locator, Page } from '@playwright/test';
import { expectAccessibleInBothThemes } from '../../support/accessibility.ts';
import { sendResubs } from '../../support/events.ts';
import { expect, test } from '../../support/fixtures.ts';
import { listedIds, panelOn } from '../../support/screens.ts';
import { clickToOpen, listenTo, openChannel } from '../../support/steps.ts';

const rowsOf = (screen: Page | Locator) => screen.locator('[data-event-id]');

const historiesIn = (context: BrowserContext) =>
  context.pages().filter((page) => page.url().includes('/history.html'));

/** The ids of the rows of the history, from the top. */
const idsOf = async (history: Page) =>
  await rowsOf(history).evaluateAll((rows) => rows.map((row) => row.dataset['eventId']));

/** Chooses an action in the menu of the newest row. */
async function actOnNewest(screen: Page | Locator, action: string): Promise<void> {
  await rowsOf(screen).first().getByRole('button', { name: 'More actions' }).click();
  await screen.getByRole('menuitem', { name: action }).click();
}

test('the popup leads to everything that is recorded, and its address says what it shows', async ({
  world,
}) => {
  const popup = await listenTo(world, 'demo_streamer');
  const ids = await sendResubs(world.admin, 60);
  await expect.poll(async () => (await listedIds(popup))[0]).toBe(ids.at(-1));
  const history = await clickToOpen(popup.getByRole('button', { name: 'History' }));
  await expect(rowsOf(history)).toHaveCount(50);
  await rowsOf(history).first().focus();
  await history.keyboard.press('End');
  await expect.poll(() => idsOf(history)).toEqual(ids.toReversed());
  await expect(history.getByText('Nothing older is recorded.')).toBeVisible();

  await history.keyboard.press('Home');
  await actOnNewest(history, 'Only this viewer');
  const heading = history.getByRole('heading', { name: 'Events of Viewer_60' });
  await expect(heading).toBeFocused();
  await expect.poll(() => idsOf(history)).toEqual([ids.at(-1)]);
  await expect(history).toHaveURL(/history\.html\?viewer=7060$/);
  await expectAccessibleInBothThemes(history);
  await history.goBack();
  await expect(rowsOf(history)).toHaveCount(50);
  await history.goForward();
  await history.reload();
  await expect(heading).toBeVisible();
  await expect(rowsOf(history)).toHaveCount(1);

  await history.getByRole('button', { name: 'Show all viewers' }).click();
  await expect(rowsOf(history)).toHaveCount(50);
  const [later] = await sendResubs(world.admin, 1);
  await history.mouse.move(0, 0);
  await expect.poll(async () => (await idsOf(history))[0]).toBe(later);
  await expectAccessibleInBothThemes(history);
});

test('what is scrolled past stays in its place, with a bounded number of rows', async ({
  world,
}) => {
  test.setTimeout(120_000);
  const popup = await listenTo(world, 'demo_streamer');
  const ids = await sendResubs(world.admin, 600);
  await expect.poll(async () => (await listedIds(popup))[0], { timeout: 30_000 }).toBe(ids.at(-1));
  const history = await clickToOpen(popup.getByRole('button', { name: 'History' }));
  await rowsOf(history).first().focus();
  // From the end of what is loaded to the next end: the focus is where the user reads.
  for (let loaded = 50; loaded < 550; loaded += 50) {
    await history.keyboard.press('End');
    await expect(history.locator(`[data-event-id="${ids[550 - loaded]}"]`)).toBeAttached();
  }
  await expect(rowsOf(history)).toHaveCount(500);
  const focused = history.locator('[data-event-id]:focus');
  await expect(focused).toBeInViewport();
  await history.keyboard.press('Home');
  await history.getByRole('button', { name: 'Show newer' }).click();
  await expect.poll(async () => (await idsOf(history))[0]).toBe(ids.at(-1));
  await expect(rowsOf(history)).toHaveCount(500);
  await expect(focused).toBeInViewport();
});

test('the panel and the shortcut lead to the history, in one tab', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  const channel = await openChannel(world, 'demo_streamer');
  const panel = panelOn(channel);
  const ids = await sendResubs(world.admin, 2);
  await expect.poll(() => listedIds(panel)).toEqual(ids.toReversed());
  await panel.getByRole('button', { name: 'Panel menu' }).click();
  const entry = channel.locator('streamer-event-panel').getByRole('menuitem', { name: 'History' });
  const history = await clickToOpen(entry);
  await expect.poll(() => idsOf(history)).toEqual(ids.toReversed());

  await channel.bringToFront();
  await actOnNewest(panel, 'Only this viewer');
  await expect(history.getByRole('heading', { name: 'Events of Viewer_2' })).toBeVisible();
  await expect.poll(() => idsOf(history)).toEqual([ids[1]]);

  await channel.bringToFront();
  const { context } = world.browser;
  const [worker] = context.serviceWorkers();
  await worker?.evaluate("chrome.commands.onCommand.dispatch('open-history')");
  const front = () => history.evaluate('chrome.tabs.getCurrent().then(({ active }) => active)');
  await expect.poll(front).toBe(true);
  expect(historiesIn(context)).toHaveLength(1);
  await expect(history).toHaveURL(/\?viewer=7002$/);
});
