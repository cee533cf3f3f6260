import { expectAccessible } from '../../support/accessibility.ts';
import { sendResubs } from '../../support/events.ts';
import { expect, test } from '../../support/fixtures.ts';
import { expectListening, listedIds } from '../../support/screens.ts';
import { clickToOpen, listenTo } from '../../support/steps.ts';

test('the popup pops out into a window of its own, which cannot pop out again', async ({
  world,
}) => {
  const popup = await listenTo(world, 'demo_streamer');
  const ids = await sendResubs(world.admin, 2);
  const name = 'Open in a window of its own';
  const poppedOut = await clickToOpen(popup.getByRole('button', { name }));
  await expect.poll(() => listedIds(poppedOut)).toEqual(ids.toReversed());
  await expectListening(poppedOut);
  await expect(poppedOut.getByRole('button', { name })).toBeHidden();
  expect(await poppedOut.evaluate('chrome.windows.getCurrent().then(({ type }) => type)')).toBe(
    'popup',
  );
});

test('the side panel shows the list, live', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  const { context, origin } = world.browser;
  const side = await context.newPage();
  await side.goto(`${origin}/sidepanel.html`);
  await expectListening(side);
  const ids = await sendResubs(world.admin, 2);
  await expect.poll(() => listedIds(side)).toEqual(ids.toReversed());
  for (const width of [280, 380, 1000]) {
    await side.setViewportSize({ width, height: 700 });
    await expectAccessible(side);
  }
});

test('the popup opens the side panel', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  const { page } = world.browser;
  await page.getByRole('button', { name: 'Account and more' }).click();
  await page.getByRole('menuitem', { name: 'Open the side panel' }).click();
  const open = () =>
    page.evaluate(
      "chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] }).then((all) => all.length)",
    );
  await expect.poll(open).toBe(1);
});

test('the counts are one click away, and Escape closes them', async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  await sendResubs(world.admin, 2);
  const button = popup.getByRole('button', { name: 'Counts' });
  await button.click();
  const counts = popup.getByRole('table', { name: 'Events by streamer', exact: true });
  await expect(counts.getByRole('row', { name: 'Demo_Streamer 2' })).toBeVisible();
  await expectAccessible(popup);
  await popup.keyboard.press('Escape');
  await expect(counts).toBeHidden();
  await expect(button).toBeFocused();
});

test('a lost connection says since when, and one button tries again at once', async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  await world.admin.fault({ kind: 'offline' });
  const status = popup.getByRole('status');
  await expect(status).toContainText(/reconnecting… since \d/);
  await expect(status).toContainText('Check your internet connection.');
  await expectAccessible(popup);
  await world.admin.fault({ kind: 'clear' });
  await popup.getByRole('button', { name: 'Try again' }).click();
  await expectListening(popup);
});
