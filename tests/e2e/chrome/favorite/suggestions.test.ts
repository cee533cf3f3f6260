import type { Page } from '@playwright/test';
import { signIn } from '../../../../tools/browser/steps.ts';
import { violations } from '../../support/accessibility.ts';
import { expect, expectListening, openPopup, test, type World } from '../../support/fixtures.ts';

async function openSignedIn(world: World): Promise<Page> {
  const popup = await openPopup(world);
  await signIn(world.browser.context, popup);
  return popup;
}

const box = (popup: Page) => popup.getByRole('combobox', { name: 'Favorite streamer' });
const suggestions = (popup: Page) =>
  popup.getByRole('listbox', { name: 'Suggested channels' }).getByRole('option');

test('part of a name lists followed channels first, and the keyboard chooses one', async ({
  world,
}) => {
  const popup = await openSignedIn(world);
  await box(popup).pressSequentially('er');
  await expect(suggestions(popup)).toHaveCount(8);
  const names = await suggestions(popup).allTextContents();
  const followed = [/Demo_Streamer/, /Other_Streamer/, /LanternKeeper/];
  for (const [place, name] of followed.entries()) expect(names[place]).toMatch(name);
  await box(popup).fill('streamer');
  await expect(suggestions(popup)).toHaveText([/Demo_Streamer/, /Other_Streamer/]);
  await popup.keyboard.press('ArrowDown');
  await popup.keyboard.press('ArrowDown');
  await expect(popup.getByRole('option', { selected: true })).toContainText('Other_Streamer');
  await popup.keyboard.press('Enter');
  await expect(popup.getByRole('heading', { name: 'Other_Streamer' })).toBeVisible();
  await expect(suggestions(popup)).toHaveCount(0);
  await expectListening(popup);
});

test('a click chooses one that is found by searching, live and in another script', async ({
  world,
}) => {
  const popup = await openSignedIn(world);
  await box(popup).pressSequentially('θάλ');
  const option = suggestions(popup).filter({ hasText: 'thalassa_gr' });
  await expect(option).toContainText('Live');
  await expect(option.locator('img')).toHaveAttribute('src', /^https:\/\/static-cdn\.jtvnw\.net\//);
  await option.click();
  await expect(popup.getByRole('heading', { name: 'Θάλασσα' })).toBeVisible();
  await expect(box(popup)).toHaveValue('thalassa_gr');
});

test('what was typed is saved with an open list, by Enter and by the button', async ({ world }) => {
  const popup = await openSignedIn(world);
  await box(popup).pressSequentially('demo_streamer');
  await expect(suggestions(popup)).toHaveCount(1);
  await popup.keyboard.press('Enter');
  await expect(popup.getByRole('heading', { name: 'Demo_Streamer' })).toBeVisible();
  await box(popup).fill('other_streamer');
  await expect(suggestions(popup)).toHaveCount(1);
  await popup.getByRole('button', { name: 'Save' }).click();
  await expect(popup.getByRole('heading', { name: 'Other_Streamer' })).toBeVisible();
});

test('Twitch is searched once a pause, and asked whom the viewer follows once', async ({
  world,
}) => {
  const popup = await openSignedIn(world);
  await box(popup).pressSequentially('demo');
  await expect(suggestions(popup).first()).toBeVisible();
  await box(popup).pressSequentially('_streamer');
  await expect(suggestions(popup)).toHaveCount(1);
  const { requests } = await world.admin.state();
  expect(requests['/helix/channels/followed']).toBe(1);
  expect(requests['/helix/search/channels']).toBeLessThan('demo_streamer'.length);
});

test('without suggestions the box works, and nothing is said of it', async ({ world }) => {
  await world.admin.fault({ kind: 'http', path: '/helix/search/channels', status: 500 });
  await world.admin.fault({ kind: 'http', path: '/helix/channels/followed', status: 500 });
  const popup = await openSignedIn(world);
  await box(popup).pressSequentially('demo_streamer');
  const searches = async () => (await world.admin.state()).requests['/helix/search/channels'] ?? 0;
  await expect.poll(searches).toBeGreaterThan(0);
  await expect(suggestions(popup)).toHaveCount(0);
  await expect(popup.getByRole('alert')).toHaveCount(0);
  await popup.keyboard.press('Enter');
  await expect(popup.getByRole('heading', { name: 'Demo_Streamer' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the open list has no known barriers (${colorScheme})`, async ({ world }) => {
    await world.browser.page.emulateMedia({ colorScheme });
    const popup = await openSignedIn(world);
    await box(popup).pressSequentially('t');
    await expect(suggestions(popup).first()).toBeVisible();
    await popup.keyboard.press('ArrowDown');
    expect(await violations(popup)).toEqual([]);
  });
}
