import { expect, type Locator, type Page } from '@playwright/test';
import type { World } from './fixtures.ts';

/** Finds and reads what the user sees. A screen is the popup, or the panel on a page of Twitch. */

/** The panel on a page of Twitch. */
export function panelOn(page: Page): Locator {
  return page.locator('streamer-event-panel').getByRole('region', { name: 'Live events' });
}

/** Waits until the screen says that the extension listens. */
export async function expectListening(screen: Page | Locator): Promise<void> {
  await expect(screen.getByRole('status')).toHaveText('Listening for events');
}

/** The list of recent events. */
export function eventList(screen: Page | Locator): Locator {
  return screen.getByRole('list', { name: 'Recent events' });
}

/** The rows in the list of recent events. */
export function eventRows(screen: Page | Locator): Locator {
  return eventList(screen).locator('[data-event-id]');
}

/** Returns the ids of the listed events, from the top. */
export async function listedIds(screen: Page | Locator): Promise<(string | null)[]> {
  return await eventRows(screen).evaluateAll((rows) =>
    rows.map((row) => row.getAttribute('data-event-id')),
  );
}

/** Returns the text of the badge on the toolbar button. */
export async function badgeText({ browser: { context } }: World): Promise<string> {
  const [worker] = context.serviceWorkers();
  if (worker === undefined) throw new Error('The service worker does not run.');
  return await worker.evaluate('chrome.action.getBadgeText({})');
}
