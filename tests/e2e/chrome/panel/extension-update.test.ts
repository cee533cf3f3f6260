import type { Page } from '@playwright/test';
import { sendResubs } from '../../support/events.ts';
import { expect, test, type World } from '../../support/fixtures.ts';
import { expectListening, listedIds, panelOn } from '../../support/screens.ts';
import { closePopup, listenTo, openChannel, openPopup } from '../../support/steps.ts';

const NOTICE = 'The extension was updated. Reload this page to see live events again.';

/** Collects the errors of a page and of its console from now on. */
function collectErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return errors;
}

/** Opens the favorite's page with one row in its panel, and collects the errors of that page. */
async function watchChannel(world: World) {
  await listenTo(world, 'demo_streamer');
  const channel = await openChannel(world, 'demo_streamer');
  const ids = await sendResubs(world.admin, 1);
  await expect.poll(() => listedIds(panelOn(channel))).toEqual(ids);
  return { channel, errors: collectErrors(channel) };
}

/** Runs a script on the browser's own page of extensions, as if the user clicked there. */
async function onExtensionsPage(world: World, script: (id: string) => string): Promise<void> {
  const { context, origin } = world.browser;
  // The browser closes the extension's own pages, but Playwright needs the first tab.
  await closePopup(world);
  const extensions = await context.newPage();
  await extensions.goto('chrome://extensions');
  await extensions.evaluate(script(new URL(origin).host));
  await extensions.close();
}

async function updateExtension(world: World): Promise<void> {
  // The browser says that it reloads the extension before its pages can be opened again.
  const isBack = world.browser.context.waitForEvent('serviceworker');
  await onExtensionsPage(
    world,
    // An extension that is not from the store can be reloaded only in developer mode.
    (id) => `chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })
      .then(() => chrome.developerPrivate.reload('${id}'))`,
  );
  await isBack;
}
const disableExtension = (world: World) =>
  onExtensionsPage(world, (id) => `chrome.management.setEnabled('${id}', false)`);

test('after an update the old panel asks for a reload, which shows the new panel', async ({
  world,
}) => {
  const { channel, errors } = await watchChannel(world);
  await updateExtension(world);
  await channel.bringToFront();
  await expect(panelOn(channel).getByText(NOTICE)).toBeVisible();
  await expect(channel.locator('streamer-event-panel')).toHaveCount(1);

  await panelOn(channel).getByRole('button', { name: 'Reload this page' }).click();
  await expectListening(panelOn(channel));
  const ids = await sendResubs(world.admin, 1);
  await expect.poll(() => listedIds(panelOn(channel))).toContain(ids[0]);
  expect(errors).toEqual([]);
});

test('after an update the popup offers to reload the page, until it shows the new panel', async ({
  world,
}) => {
  const { channel } = await watchChannel(world);
  await updateExtension(world);
  const popup = await openPopup(world);
  await expect(popup.getByText('show the panel after a reload')).toBeVisible();
  await channel.bringToFront();
  await popup.getByRole('button', { name: 'Reload this tab' }).click();
  await expectListening(panelOn(channel));
  await expect(popup.getByText('show the panel after a reload')).toHaveCount(0);
});

test('the panel of a disabled extension can be closed', async ({ world }) => {
  const { channel, errors } = await watchChannel(world);
  await disableExtension(world);
  await channel.bringToFront();
  await expect(panelOn(channel).getByText(NOTICE)).toBeVisible();
  await panelOn(channel).getByRole('button', { name: 'Fold the panel' }).click();
  await expect(panelOn(channel)).toHaveCount(0);
  expect(errors).toEqual([]);
});
