import type { Page } from '@playwright/test';
import { expectAccessible } from '../../support/accessibility.ts';
import { expect, test } from '../../support/fixtures.ts';
import { panelOn } from '../../support/screens.ts';
import { listenTo, openChannel, openOptions } from '../../support/steps.ts';

const SECTIONS = [
  'Account',
  'Streamers',
  'Notifications',
  'Lists',
  'Panel',
  'Recording',
  'Storage',
  'What you receive',
  'Twitch application',
  'Diagnostics',
];

const heading = (options: Page, name: string) => options.getByRole('heading', { level: 2, name });

/** Follows the link to a section, and waits until its heading has the focus. */
async function goTo(options: Page, name: string): Promise<void> {
  await options.getByRole('navigation').getByRole('link', { name }).click();
  await expect(heading(options, name)).toBeFocused();
}

test('each section is one link away, alone on screen, and an address of its own', async ({
  world,
}) => {
  await listenTo(world, 'demo_streamer');
  const options = await openOptions(world, 'account');
  const links = options.getByRole('navigation').getByRole('link');
  expect(await links.allTextContents()).toEqual(SECTIONS);
  for (const name of SECTIONS) {
    await goTo(options, name);
    await expect(options.getByRole('heading', { level: 2 })).toHaveCount(1);
    await expect(links.and(options.locator('[aria-current="page"]'))).toHaveText([name]);
  }
  await options.goBack();
  await expect(heading(options, 'Twitch application')).toBeFocused();
  await options.reload();
  await expect(heading(options, 'Twitch application')).toBeVisible();
});

test('a link to a part of a section leads to this part, with the focus', async ({ world }) => {
  const options = await openOptions(world, 'filters');
  const filters = options.getByRole('heading', { name: 'Filters' });
  await expect(filters).toBeFocused();
  await expect(filters).toBeInViewport();
  await options.goto(`${world.browser.origin}/options.html#moments`);
  await expect(options.getByRole('heading', { name: 'Moments' })).toBeFocused();
  await options.goto(`${world.browser.origin}/options.html#history`);
  await expect(heading(options, 'Storage')).toBeFocused();
});

test('the sections can be reached and used with the keyboard alone', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  const options = await openOptions(world, 'account');
  await expect(heading(options, 'Account')).toBeFocused();
  const link = options.getByRole('link', { name: 'Panel' });
  for (let tab = 0; tab < SECTIONS.length; tab += 1) {
    if (await link.evaluate((element) => element === document.activeElement)) break;
    await options.keyboard.press('Shift+Tab');
  }
  await options.keyboard.press('Enter');
  await expect(heading(options, 'Panel')).toBeFocused();
  const normal = options.getByRole('group', { name: 'Normal layout' });
  const chosen = normal.getByRole('radio', { name: 'Beside the chat' });
  // The section follows its heading as soon as the choice has been read.
  await expect(chosen).toBeVisible();
  await options.keyboard.press('Tab');
  await expect(chosen).toBeFocused();
});

test('all sections are accessible in light and in dark colors, wide and narrow', async ({
  world,
}) => {
  await listenTo(world, 'demo_streamer');
  const options = await openOptions(world, 'account');
  for (const [colorScheme, width] of [
    ['light', 1366],
    ['dark', 320],
  ] as const) {
    await options.emulateMedia({ colorScheme });
    await options.setViewportSize({ width, height: 800 });
    for (const name of SECTIONS) {
      await goTo(options, name);
      await expect(options.getByRole('link', { name })).toBeInViewport();
      await expectAccessible(options);
      expect(await options.evaluate('document.documentElement.scrollWidth')).toBeLessThan(
        width + 1,
      );
    }
  }
});

test('text size and theme change all screens at once, and a reset brings them back', async ({
  world,
}) => {
  const popup = await listenTo(world, 'demo_streamer');
  const channel = await openChannel(world, 'demo_streamer');
  const panel = panelOn(channel);
  await expect(panel).toBeVisible();
  const sizeIn = async (screen: Page | typeof panel): Promise<number> =>
    await screen
      .getByRole('status')
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  const before = { popup: await sizeIn(popup), panel: await sizeIn(panel) };

  const options = await openOptions(world, 'appearance');
  await options.getByRole('combobox', { name: 'Text size' }).selectOption('Larger');
  await options.getByRole('combobox', { name: 'Theme' }).selectOption('Light');
  await expect(options.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(popup.locator('html')).toHaveAttribute('data-theme', 'light');
  expect(await sizeIn(popup)).toBeCloseTo(1.3 * before.popup, 1);
  await channel.bringToFront();
  // Over the video, the panel is always dark.
  await expect.poll(() => sizeIn(panel)).toBeCloseTo(1.3 * before.panel, 1);

  await options.bringToFront();
  await goTo(options, 'Storage');
  await options.getByRole('button', { name: 'Reset all settings' }).click();
  await options.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(options.getByText('All settings have their defaults.')).toBeVisible();
  await expect(popup.locator('html')).not.toHaveAttribute('data-theme');
  await options.getByRole('button', { name: 'Undo' }).click();
  await expect(popup.locator('html')).toHaveAttribute('data-theme', 'light');
});
