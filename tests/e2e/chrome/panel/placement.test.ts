import type { Page } from '@playwright/test';
import { sendResubs } from '../../support/events.ts';
import { expect, test } from '../../support/fixtures.ts';
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

/** What the panel must not cover. */
const CONTROLS = [
  '.top-nav',
  '.side-nav-card',
  '.modview-dock a',
  '.stream-information__actions button',
  '.player-controls button',
  '.right-column__toggle-visibility button',
  '.chat-input textarea',
  '.chat-input button',
  '.automod-queue button',
].join();

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Measures the panel, the video, and the controls that the user could click without the panel. */
async function measure(channel: Page) {
  return await channel.evaluate((controls) => {
    const host = document.querySelector('streamer-event-panel');
    const boxOf = (element: Element | null | undefined) =>
      (element?.getBoundingClientRect() ?? new DOMRect()).toJSON();
    // Something else of the page may lie over a control, such as the player in theater mode.
    const isReachable = (control: Element) => {
      const { x, y, width, height } = control.getBoundingClientRect();
      const stack = document.elementsFromPoint(x + width / 2, y + height / 2);
      return stack.find((element) => element !== host)?.closest(controls) === control;
    };
    return {
      panel: boxOf(host?.shadowRoot?.querySelector('section')),
      video: boxOf(document.querySelector('.video-player')),
      window: { left: 0, top: 0, right: innerWidth, bottom: innerHeight },
      controls: [...document.querySelectorAll(controls)]
        .filter(isReachable)
        .map((control) => ({ name: control.className, box: boxOf(control) })),
    };
  }, CONTROLS);
}

function overlap(one: Box, other: Box): number {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return Math.max(0, width) * Math.max(0, height);
}

/** Returns what is wrong with the place of the panel or its tab: an empty list if nothing is. */
async function faultsOfPlace(channel: Page): Promise<string[]> {
  const { panel, video, window, controls } = await measure(channel);
  const faults = controls.filter(({ box }) => overlap(panel, box) > 0).map(({ name }) => name);
  const size = overlap(panel, panel);
  if (size === 0 || overlap(panel, window) < size) faults.push('outside');
  if (overlap(panel, video) > overlap(video, video) / 3) faults.push('over the video');
  return faults;
}

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
