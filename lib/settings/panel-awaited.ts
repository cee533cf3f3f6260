import { storage } from 'wxt/utils/storage';

/**
 * True from the installation or update of the extension until a page of Twitch shows a panel of
 * this version. Chrome starts no content script in pages that were open before:
 * https://developer.chrome.com/docs/extensions/develop/concepts/content-scripts
 *
 * Without more permissions, the extension cannot know if such a page is open.
 */
export const isPanelAwaitedItem = storage.defineItem<boolean>('local:isPanelAwaited', {
  fallback: false,
});
