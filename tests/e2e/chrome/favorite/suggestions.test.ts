import type { Page } from '@playwright/test';
import { moreStreamers } from '../../../simulator/world/people/more-streamers.ts';
import { expectAccessibleInBothThemes } from '../../support/accessibility.ts';
import { expect, test } from '../../support/fixtures.ts';
import { expectListening } from '../../support/screens.ts';
import { syncOthers } from '../../support/several.ts';
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

/** Expects the list below the form and inside the window, whatever is above the form. */
async function expectListBelowForm(popup: Page): Promise<void> {
  const list = await popup.getByRole('listbox', { name: 'Suggested channels' }).boundingBox();
  const save = await popup.getByRole('button', { name: 'Save' }).boundingBox();
  if (list === null || save === null) throw new Error('The list or the button is not shown.');
  expect(list.y).toBeGreaterThanOrEqual(save.y + save.height);
  expect(list.y + list.height).toBeLessThanOrEqual(popup.viewportSize()?.height ?? 0);
}

test('Enter and the button save the typed name while the list is open', async ({ world }) => {
  const popup = await setUpSignedIn(world);
  await popup.setViewportSize({ width: 380, height: 600 });
  // With somebody to listen to, but no favorite, a question stands above the form.
  await syncOthers(popup, moreStreamers(2));
  await expect(popup.getByRole('tablist')).toBeVisible();
  await favoriteBox(popup).pressSequentially('demo_streamer');
  await expect(suggestions(popup)).toHaveCount(1);
  await expectListBelowForm(popup);
  await popup.keyboard.press('Enter');
  await expect(popup.getByRole('heading', { name: 'Demo_Streamer' })).toBeVisible();
  await favoriteBox(popup).fill('other_streamer');
  await expect(suggestions(popup)).toHaveCount(1);
  for (const size of [
    { width: 380, height: 600 },
    { width: 211, height: 333 },
  ]) {
    await popup.setViewportSize(size);
    await expectListBelowForm(popup);
  }
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

test('the open list is accessible in light and in dark colors', async ({ world }) => {
  const popup = await setUpSignedIn(world);
  await favoriteBox(popup).pressSequentially('t');
  await expect(suggestions(popup).first()).toBeVisible();
  await popup.keyboard.press('ArrowDown');
  await expectAccessibleInBothThemes(popup);
});
