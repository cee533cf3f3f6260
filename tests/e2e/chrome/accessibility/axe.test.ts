import {
  expectAccessible,
  expectAccessibleColors,
  expectAccessibleInBothThemes,
} from '../../support/accessibility.ts';
import { sendResubs } from '../../support/events.ts';
import { expect, test, testSignedOut } from '../../support/fixtures.ts';
import { listedIds, panelOn } from '../../support/screens.ts';
import { listenTo, openChannel, setUpExtension } from '../../support/steps.ts';

testSignedOut('popup and options are accessible in light and in dark colors', async ({ world }) => {
  await expectAccessibleInBothThemes(await setUpExtension(world));
  const popup = await listenTo(world, 'demo_streamer');
  await sendResubs(world.admin, 3);
  await expect.poll(() => listedIds(popup)).toHaveLength(3);
  await expectAccessibleInBothThemes(popup);
  await popup.goto(`${world.browser.origin}/options.html`);
  await expectAccessibleInBothThemes(popup);
});

test('the panel is accessible in dark and in light colors', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  const channel = await openChannel(world, 'demo_streamer');
  await sendResubs(world.admin, 3);
  await expect.poll(() => listedIds(panelOn(channel))).toHaveLength(3);
  await expectAccessible(channel, 'streamer-event-panel');
  await channel.evaluate("window.simulator.setTheme('light')");
  await expect(channel.locator('html')).toHaveClass(/theme-light/);
  await expectAccessibleColors(channel, 'streamer-event-panel');
});
