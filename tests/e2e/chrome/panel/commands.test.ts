import type { Page } from '@playwright/test';
import { expect, test } from '../../support/fixtures.ts';
import { panelOn } from '../../support/screens.ts';
import { listenTo, openChannel } from '../../support/steps.ts';

/**
 * Does what the browser does when the user presses the shortcut on the tab in front. The keys that
 * Playwright presses reach the page only.
 */
async function pressShortcut(channel: Page): Promise<void> {
  const [worker] = channel.context().serviceWorkers();
  await worker?.evaluate(`chrome.tabs
    .query({ active: true, lastFocusedWindow: true })
    .then(([tab]) => chrome.commands.onCommand.dispatch('toggle-panel', tab))`);
}

/** Returns the role of the focused element in the panel; `null` if the focus is elsewhere. */
async function focusedLabel(channel: Page): Promise<string | null> {
  return await channel.evaluate(
    () =>
      document
        .querySelector('streamer-event-panel')
        ?.shadowRoot?.activeElement?.getAttribute('aria-label') ?? null,
  );
}

test('the shortcut unfolds and folds the panel, and the focus goes along', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  const channel = await openChannel(world, 'other_streamer');
  await expect(panelOn(channel).getByRole('button', { name: 'Show live events' })).toBeVisible();
  await pressShortcut(channel);
  await expect.poll(() => focusedLabel(channel)).toBe('Fold the panel');
  await channel.keyboard.press('Escape');
  await expect.poll(() => focusedLabel(channel)).toBe('Show live events');
});

test('the browser offers the shortcut of the panel, one for the popup and one for the history', async ({
  world,
}) => {
  const [worker] = world.browser.context.serviceWorkers();
  const commands = await worker?.evaluate('chrome.commands.getAll()');
  expect(commands).toMatchObject([
    { name: '_execute_action' },
    { name: 'open-history', description: 'Open the history' },
    { name: 'toggle-panel', description: 'Show or fold the panel on Twitch' },
  ]);
});
