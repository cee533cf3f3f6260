import type { Page } from '@playwright/test';
import { sendResubs } from '../../support/events.ts';
import {
  expect,
  listedIds,
  listenTo,
  openChannel,
  panelOn,
  test,
  type World,
} from '../../support/fixtures.ts';

const NOTICE = 'The extension was updated. Reload this page to see live events again.';

/** Everything that goes wrong in a page from now on, as its console tells. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return complaints;
}

/** The favorite's page with a row in its panel, and what it complains of. */
async function watchChannel(world: World) {
  await listenTo(world, 'demo_streamer');
  const channel = await openChannel(world, 'demo_streamer');
  const ids = await sendResubs(world.admin, 1);
  await expect.poll(() => listedIds(panelOn(channel))).toEqual(ids);
  return { channel, complaints: complaintsOf(channel) };
}

/** Does something to the extension as its user can on the browser's own page of extensions. */
async function onExtensionsPage({ browser }: World, act: (id: string) => string): Promise<void> {
  const { context, origin, page } = browser;
  // The browser closes the extension's own pages; the test's must be none of them.
  await page.goto('about:blank');
  const extensions = await context.newPage();
  await extensions.goto('chrome://extensions');
  await extensions.evaluate(act(new URL(origin).host));
  await extensions.close();
}

const update = (world: World) =>
  onExtensionsPage(
    world,
    // What is not from a store is let in again for developers only.
    (id) => `chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })
      .then(() => chrome.developerPrivate.reload('${id}'))`,
  );
const disable = (world: World) =>
  onExtensionsPage(world, (id) => `chrome.management.setEnabled('${id}', false)`);

test('after an update the old panel says so, and a reload brings the new one', async ({
  world,
}) => {
  const { channel, complaints } = await watchChannel(world);
  await update(world);
  await channel.bringToFront();
  await expect(panelOn(channel).getByText(NOTICE)).toBeVisible();
  await expect(channel.locator('streamer-event-panel')).toHaveCount(1);

  await panelOn(channel).getByRole('button', { name: 'Reload this page' }).click();
  await expect(panelOn(channel).getByText('Listening for events')).toBeVisible();
  const ids = await sendResubs(world.admin, 1);
  await expect.poll(() => listedIds(panelOn(channel))).toContain(ids[0]);
  expect(complaints).toEqual([]);
});

test('a panel left behind can be put away', async ({ world }) => {
  const { channel, complaints } = await watchChannel(world);
  await disable(world);
  await channel.bringToFront();
  await expect(panelOn(channel).getByText(NOTICE)).toBeVisible();
  await panelOn(channel).getByRole('button', { name: 'Fold the panel' }).click();
  await expect(panelOn(channel)).toHaveCount(0);
  expect(complaints).toEqual([]);
});
