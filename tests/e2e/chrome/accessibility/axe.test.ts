import { accessibilityViolations } from '../../support/accessibility.ts';
import { sendResubs } from '../../support/events.ts';
import { expect, test } from '../../support/fixtures.ts';
import { listedIds, panelOn } from '../../support/screens.ts';
import { listenTo, openChannel, setUpExtension } from '../../support/steps.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`popup and options are accessible in ${colorScheme} colors`, async ({ world }) => {
    await world.browser.page.emulateMedia({ colorScheme });
    const signedOut = await setUpExtension(world);
    expect(await accessibilityViolations(signedOut)).toEqual([]);
    const popup = await listenTo(world, 'demo_streamer');
    await sendResubs(world.admin, 3);
    await expect.poll(() => listedIds(popup)).toHaveLength(3);
    expect(await accessibilityViolations(popup)).toEqual([]);
    await popup.goto(`${world.browser.origin}/options.html`);
    expect(await accessibilityViolations(popup)).toEqual([]);
  });
}

test('the panel is accessible in dark and in light colors', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  const channel = await openChannel(world, 'demo_streamer');
  await sendResubs(world.admin, 3);
  await expect.poll(() => listedIds(panelOn(channel))).toHaveLength(3);
  expect(await accessibilityViolations(channel, 'streamer-event-panel')).toEqual([]);
  await channel.evaluate("window.simulator.setTheme('light')");
  await expect(channel.locator('html')).toHaveClass(/theme-light/);
  expect(await accessibilityViolations(channel, 'streamer-event-panel')).toEqual([]);
});
