import type { Page } from '@playwright/test';
import { sendGiftBomb, sendResubs } from '../../support/events.ts';
import { expect, test } from '../../support/fixtures.ts';
import { faultsOfPlace } from '../../support/placement.ts';
import { eventRows, expectListening, panelOn } from '../../support/screens.ts';
import { listenTo, openChannel } from '../../support/steps.ts';

const fold = (channel: Page) => panelOn(channel).getByRole('button', { name: 'Fold the panel' });
const unfold = (channel: Page) =>
  panelOn(channel).getByRole('button', { name: /^Show live events/ });

async function chooseInMenu(channel: Page, name: string): Promise<void> {
  await panelOn(channel).getByRole('button', { name: 'Panel menu' }).click();
  await channel.locator('streamer-event-panel').getByText(name, { exact: true }).click();
}

/** Returns the position of the panel in the window. */
async function placeOf(channel: Page) {
  const box = await panelOn(channel).boundingBox();
  if (box === null) throw new Error('The panel is not shown.');
  return box;
}

test.beforeEach(async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  await sendResubs(world.admin, 10);
});

test('on the chat, the panel is a line with the latest event above the messages', async ({
  world,
}) => {
  const channel = await openChannel(world, 'demo_streamer');
  await expectListening(panelOn(channel));
  await chooseInMenu(channel, 'On the chat');
  const messages = channel.locator('[data-a-target="chat-scroller"]');
  for (const width of [1920, 1366, 1024, 640]) {
    await test.step(`${width} px`, async () => {
      await channel.setViewportSize({ width, height: 768 });
      await expect(fold(channel)).toBeVisible();
      await expect.poll(() => faultsOfPlace(channel)).toEqual([]);
      await fold(channel).click();
      await expect(unfold(channel)).toHaveText(/resubscribed/);
      await expect.poll(async () => (await placeOf(channel)).height).toBe(32);
      const { y, width: wide } = await placeOf(channel);
      const list = await messages.boundingBox();
      expect([y, wide]).toEqual([list?.y, list?.width]);
      await unfold(channel).click();
    });
  }
});

test('floating, the panel is dragged, moved by keys, and remembered', async ({ world }) => {
  const channel = await openChannel(world, 'demo_streamer');
  await expectListening(panelOn(channel));
  await chooseInMenu(channel, 'Floating');
  const handle = panelOn(channel).getByRole('button', { name: 'Move or resize the panel' });
  const before = await placeOf(channel);
  await handle.hover();
  await channel.mouse.down();
  await channel.mouse.move(before.x - 300, before.y + 30, { steps: 5 });
  await channel.mouse.up();
  await expect.poll(async () => (await placeOf(channel)).x).toBeLessThan(before.x - 200);
  await expect.poll(() => faultsOfPlace(channel)).toEqual([]);
  const dropped = await placeOf(channel);
  await handle.focus();
  await channel.keyboard.press('ArrowRight');
  await expect.poll(async () => (await placeOf(channel)).x).toBe(dropped.x + 16);
  await channel.reload();
  await expect(fold(channel)).toBeVisible();
  await expect.poll(async () => (await placeOf(channel)).x).toBe(dropped.x + 16);
  for (const width of [1920, 1024, 800]) {
    await channel.setViewportSize({ width, height: 768 });
    await expect.poll(() => faultsOfPlace(channel)).toEqual([]);
  }
});

test('as a tab only, the panel is folded on every page until a click', async ({ world }) => {
  const channel = await openChannel(world, 'demo_streamer');
  await expectListening(panelOn(channel));
  await chooseInMenu(channel, 'Tab only');
  await expect(unfold(channel)).toBeFocused();
  await unfold(channel).click();
  await expect(eventRows(panelOn(channel)).first()).toBeVisible();
  await channel.reload();
  await expect(unfold(channel)).toBeVisible();
});

test('the panel folds while the player is scrolled away', async ({ world }) => {
  const channel = await openChannel(world, 'demo_streamer');
  await channel.setViewportSize({ width: 1366, height: 768 });
  await expect(fold(channel)).toBeVisible();
  // Twitch's page is longer than the simulated one.
  await channel.locator('.channel-info-content').evaluate((element: HTMLElement) => {
    element.style.minHeight = '200vh';
  });
  const scroller = channel.locator('[data-a-target="root-scroller"]');
  await scroller.evaluate((element) => element.scrollTo(0, 700));
  await expect(unfold(channel)).toBeVisible();
  await expect.poll(() => faultsOfPlace(channel)).toEqual([]);
  await scroller.evaluate((element) => element.scrollTo(0, 0));
  await expect(fold(channel)).toBeVisible();
});

test('in fullscreen, the panel is hidden, and a moment shows a line if the user wants it', async ({
  world,
}) => {
  const channel = await openChannel(world, 'demo_streamer');
  await expectListening(panelOn(channel));
  await chooseInMenu(channel, 'Moments in fullscreen');
  await channel.keyboard.press('Escape');
  await channel.locator('.player-fullscreen').click();
  await expect(panelOn(channel)).toBeHidden();
  await sendGiftBomb(world.admin, 25);
  const line = channel.locator('streamer-event-panel [popover]');
  await expect(line).toHaveText(/gifted 25/);
  await expect(line).toBeVisible();
  // Only what is in the top layer is drawn over the video.
  expect(await line.evaluate((element) => element.matches(':popover-open'))).toBe(true);
  await expect(line).toHaveCount(0);
});

test('the menu filters the list and opens the options', async ({ world }) => {
  const channel = await openChannel(world, 'demo_streamer');
  await expectListening(panelOn(channel));
  await chooseInMenu(channel, 'Subs and cheers only');
  await expect(panelOn(channel).getByText('Only events that pass your filter')).toBeVisible();
  const opened = channel.context().waitForEvent('page');
  await channel.locator('streamer-event-panel').getByRole('menuitem', { name: 'Settings' }).click();
  await expect(await opened).toHaveURL(/options\.html#panel$/);
});
