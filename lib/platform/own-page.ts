import { browser } from 'wxt/browser';

/**
 * Shows a page of the extension: the tab that shows it already, or else a new one. Own pages can be
 * found without the permission `tabs`.
 */
export async function showOwnPage(path: '/welcome.html'): Promise<void> {
  const url = browser.runtime.getURL(path);
  const [open] = await browser.tabs.query({ url });
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.id, { active: true });
  // Firefox for Android has no windows.
  if (open.windowId !== undefined) await browser.windows?.update(open.windowId, { focused: true });
}
