import type { Page } from '@playwright/test';
import { sendResubs } from '../../support/events.ts';
import { expect, test } from '../../support/fixtures.ts';
import { faultsOfPlace } from '../../support/placement.ts';
import { expectListening, panelOn } from '../../support/screens.ts';
import { listenTo, openChannel } from '../../support/steps.ts';

const SIZES = [
  [1920, 1080, true],
  [1366, 768, true],
  [1280, 720, true],
  [1024, 768, false],
  [960, 540, false],
  [668, 768, false],
  [600, 768, false],
  [500, 768, false],
] as const;

/** Expects a good place, now and after the panel was unfolded or folded. Leaves it as it was. */
async function expectGoodPlaces(channel: Page, isOpen: boolean): Promise<void> {
  const fold = panelOn(channel).getByRole('button', { name: 'Fold the panel' });
  const unfold = panelOn(channel).getByRole('button', { name: /Show live events/ });
  const [first, second] = isOpen ? [fold, unfold] : [unfold, fold];
  await expect(first).toBeVisible();
  await expect.poll(() => faultsOfPlace(channel)).toEqual([]);
  await first.click();
  await expect(second).toBeVisible();
  await expect.poll(() => faultsOfPlace(channel)).toEqual([]);
  await second.click();
  await expect(first).toBeVisible();
}

/** Forgets what the user has chosen, so that the page decides. */
async function forgetChoice(channel: Page): Promise<void> {
  const [worker] = channel.context().serviceWorkers();
  await worker?.evaluate("chrome.storage.local.remove('panel')");
}

test('the panel is inside the window and over no control, whatever the size', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  await sendResubs(world.admin, 10);
  const channel = await openChannel(world, 'demo_streamer');
  await expectListening(panelOn(channel));
  for (const [width, height, isOpen] of SIZES) {
    await test.step(`${width} × ${height}`, async () => {
      await channel.setViewportSize({ width, height });
      await expectGoodPlaces(channel, isOpen);
      await forgetChoice(channel);
    });
  }
});

test('the panel keeps its distance in theater mode and with the chat at the left', async ({
  world,
}) => {
  await listenTo(world, 'demo_streamer');
  await sendResubs(world.admin, 10);
  const channel = await openChannel(world, 'demo_streamer');
  await expectListening(panelOn(channel));
  for (const width of [1366, 1024]) {
    await channel.setViewportSize({ width, height: 768 });
    await channel.locator('.player-theatre').click();
    await expect(channel.locator('.persistent-player--theatre')).toBeVisible();
    await expectGoodPlaces(channel, true);
    await channel.locator('.player-theatre').click();
    await forgetChoice(channel);
  }
  await channel.evaluate("document.body.classList.add('bttv-swap-chat')");
  for (const [width, height, isOpen] of SIZES) {
    await channel.setViewportSize({ width, height });
    await expectGoodPlaces(channel, isOpen);
    await forgetChoice(channel);
  }
});

test('in the mod view the panel is folded, and between the controls when opened', async ({
  world,
}) => {
  await listenTo(world, 'demo_streamer');
  await sendResubs(world.admin, 10);
  const channel = await openChannel(world, 'moderator/demo_streamer');
  for (const [width, height] of SIZES.slice(0, 3)) {
    await channel.setViewportSize({ width, height });
    await expectGoodPlaces(channel, false);
  }
});
