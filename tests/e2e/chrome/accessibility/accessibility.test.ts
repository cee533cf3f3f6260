import { violations } from '../../support/accessibility.ts';
import { sendResubs } from '../../support/events.ts';
import {
  expect,
  listedIds,
  listenTo,
  openChannel,
  openPopup,
  panelOn,
  test,
} from '../../support/fixtures.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`popup and options have no known barriers (${colorScheme})`, async ({ world }) => {
    await world.browser.page.emulateMedia({ colorScheme });
    const signedOut = await openPopup(world);
    expect(await violations(signedOut)).toEqual([]);
    const popup = await listenTo(world, 'demo_streamer');
    await sendResubs(world.admin, 3);
    await expect.poll(() => listedIds(popup)).toHaveLength(3);
    expect(await violations(popup)).toEqual([]);
    await popup.goto(`${world.browser.origin}/options.html`);
    expect(await violations(popup)).toEqual([]);
  });
}

test('the panel has no known barriers, in the dark and in the light', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  const channel = await openChannel(world, 'demo_streamer');
  await sendResubs(world.admin, 3);
  await expect.poll(() => listedIds(panelOn(channel))).toHaveLength(3);
  expect(await violations(channel, 'streamer-event-panel')).toEqual([]);
  await channel.evaluate("window.simulator.setTheme('light')");
  await expect(channel.locator('html')).toHaveClass(/theme-light/);
  expect(await violations(channel, 'streamer-event-panel')).toEqual([]);
});

test('the popup can be used with the keyboard alone', async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  await popup.reload();
  const box = popup.getByLabel('Favorite streamer');
  await expect(box).toHaveValue('demo_streamer');
  await popup.keyboard.press('Tab');
  await expect(popup.getByRole('link', { name: 'Watch stream' })).toBeFocused();
  await popup.keyboard.press('Tab');
  await expect(box).toBeFocused();
  await popup.keyboard.press('ControlOrMeta+a');
  await popup.keyboard.type('other_streamer');
  await popup.keyboard.press('Enter');
  await expect(popup.getByRole('heading', { name: 'Other_Streamer' })).toBeVisible();
});
