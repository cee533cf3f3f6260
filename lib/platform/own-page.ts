import { browser } from 'wxt/browser';
import { historySearch, WHOLE_HISTORY } from '@/lib/domain/view/history-address';

/**
 * Shows a page of the extension: the tab that shows it already, or else a new one. Own pages can be
 * found without the permission `tabs`. A tab keeps its view unless another one is asked for.
 */
export async function showOwnPage(
  path: '/history.html' | '/welcome.html',
  search = '',
): Promise<void> {
  const url = browser.runtime.getURL(path);
  const [open] = await browser.tabs.query({ url: `${url}*` });
  if (open?.id === undefined) {
    await browser.tabs.create({ url: url + search });
    return;
  }
  const view = search === '' ? {} : { url: url + search };
  await browser.tabs.update(open.id, { active: true, ...view });
  // Firefox for Android has no windows.
  if (open.windowId !== undefined) await browser.windows?.update(open.windowId, { focused: true });
}

/** Shows the history, or what one viewer did in it. */
export async function showHistory(viewerId?: string): Promise<void> {
  const isWhole = viewerId === undefined;
  const search = isWhole ? '' : historySearch({ ...WHOLE_HISTORY, viewerId });
  await showOwnPage('/history.html', search);
}
