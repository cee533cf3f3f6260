import type { Page } from '@playwright/test';
import { accessibilityViolations } from '../../support/accessibility.ts';
import { expect, test } from '../../support/fixtures.ts';
import { expectListening } from '../../support/screens.ts';
import { setUpSignedIn } from '../../support/steps.ts';
import { requestCount } from '../../support/twitch.ts';

const favoriteBox = (popup: Page) => popup.getByRole('combobox', { name: 'Favorite streamer' });
const suggestions = (popup: Page) =>
  popup.getByRole('listbox', { name: 'Suggested channels' }).getByRole('option');

test('part of a name lists followed channels first, and the keyboard chooses one', async ({
  world,
}) => {
  const popup = await setUpSignedIn(world);
  await favoriteBox(popup).pressSequentially('er');
  await expect(suggestions(popup)).toHaveCount(8);
  const names = await suggestions(popup).allTextContents();
  const followed = [/Demo_Streamer/, /Other_Streamer/, /LanternKeeper/];
  for (const [index, name] of followed.entries()) expect(names[index]).toMatch(name);
  await favoriteBox(popup).fill('streamer');
  await expect(suggestions(popup)).toHaveText([/Demo_Streamer/, /Other_Streamer/]);
  await popup.keyboard.press('ArrowDown');
  await popup.keyboard.press('ArrowDown');
  await expect(popup.getByRole('option', { selected: true })).toContainText('Other_Streamer');
  await popup.keyboard.press('Enter');
  await expect(popup.getByRole('heading', { name: 'Other_Streamer' })).toBeVisible();
  await expect(suggestions(popup)).toHaveCount(0);
  await expectListening(popup);
});

test('a click chooses a live channel with a name in another script', async ({ world }) => {
  const popup = await setUpSignedIn(world);
  await favoriteBox(popup).pressSequentially('θάλ');
  const option = suggestions(popup).filter({ hasText: 'thalassa_gr' });
  await expect(option).toContainText('Live');
  await expect(option.locator('img')).toHaveAttribute('src', /^https:\/\/static-cdn\.jtvnw\.net\//);
  await option.click();
  await expect(popup.getByRole('heading', { name: 'Θάλασσα' })).toBeVisible();
  await expect(favoriteBox(popup)).toHaveValue('thalassa_gr');
});

test('Enter and the button save the typed name while the list is open', async ({ world }) => {
  const popup = await setUpSignedIn(world);
  await favoriteBox(popup).pressSequentially('demo_streamer');
  await expect(suggestions(popup)).toHaveCount(1);
  await popup.keyboard.press('Enter');
  await expect(popup.getByRole('heading', { name: 'Demo_Streamer' })).toBeVisible();
  await favoriteBox(popup).fill('other_streamer');
  await expect(suggestions(popup)).toHaveCount(1);
  await popup.getByRole('button', { name: 'Save' }).click();
  await expect(popup.getByRole('heading', { name: 'Other_Streamer' })).toBeVisible();
});

test('typing searches Twitch only when it pauses, and loads the followed channels only once', async ({
  world,
}) => {
  const popup = await setUpSignedIn(world);
  await favoriteBox(popup).pressSequentially('demo');
  await expect(suggestions(popup).first()).toBeVisible();
  await favoriteBox(popup).pressSequentially('_streamer');
  await expect(suggestions(popup)).toHaveCount(1);
  expect(await requestCount(world, '/helix/channels/followed')).toBe(1);
  const searches = await requestCount(world, '/helix/search/channels');
  expect(searches).toBeGreaterThan(0);
  expect(searches).toBeLessThan('demo_streamer'.length);
});

test('the box works without suggestions, and shows no error', async ({ world }) => {
  await world.admin.fault({ kind: 'http', path: '/helix/search/channels', status: 500 });
  await world.admin.fault({ kind: 'http', path: '/helix/channels/followed', status: 500 });
  const popup = await setUpSignedIn(world);
  await favoriteBox(popup).pressSequentially('demo_streamer');
  await expect.poll(() => requestCount(world, '/helix/search/channels')).toBeGreaterThan(0);
  await expect(suggestions(popup)).toHaveCount(0);
  await expect(popup.getByRole('alert')).toHaveCount(0);
  await popup.keyboard.press('Enter');
  await expect(popup.getByRole('heading', { name: 'Demo_Streamer' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the open list is accessible in ${colorScheme} colors`, async ({ world }) => {
    await world.browser.page.emulateMedia({ colorScheme });
    const popup = await setUpSignedIn(world);
    await favoriteBox(popup).pressSequentially('t');
    await expect(suggestions(popup).first()).toBeVisible();
    await popup.keyboard.press('ArrowDown');
    expect(await accessibilityViolations(popup)).toEqual([]);
  });
}
