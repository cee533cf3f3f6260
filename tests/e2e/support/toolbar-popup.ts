import type { World } from './fixtures.ts';

/** The real popup below the toolbar button. Playwright does not list it among the pages. */

/** Opens the popup as a click on the toolbar button does. */
export async function openToolbarPopup({ browser: { context } }: World): Promise<void> {
  const [worker] = context.serviceWorkers();
  if (worker === undefined) throw new Error('The service worker does not run.');
  await worker.evaluate('chrome.action.openPopup()');
}

/**
 * Runs the body of a function in a page of the extension in the first tab, where `popup` is the
 * window of the popup. Returns `null` while there is none.
 */
export async function inToolbarPopup({ browser: { page } }: World, body: string): Promise<unknown> {
  return await page.evaluate(`(() => {
    const [popup] = chrome.extension.getViews({ type: 'popup' });
    if (popup === undefined) return null;
    ${body}
  })()`);
}
