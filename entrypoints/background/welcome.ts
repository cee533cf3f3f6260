import { browser } from 'wxt/browser';
import type { Log } from '@/lib/log';
import { showOwnPage } from '@/lib/platform/own-page';
import { isWelcomedItem } from '@/lib/settings/welcomed';

/** Shows the page for the first run. */
export async function showWelcome(): Promise<void> {
  await showOwnPage('/welcome.html');
}

/**
 * Makes Chrome load the texts of the extension. All its pages and the worker share them, and if the
 * first that needs them is a page that the user closes at that moment, they stay empty for all.
 */
function readTexts(): void {
  browser.i18n.getMessage('@@ui_locale');
}

/**
 * Shows the page for the first run after the installation, once. Browsers report an installation
 * again when an extension that is not from a store is loaded again.
 */
export async function welcomeOnce(log: Log): Promise<void> {
  try {
    if (await isWelcomedItem.getValue()) return;
    await isWelcomedItem.setValue(true);
    readTexts();
    await showWelcome();
  } catch (error) {
    log.warn('the page for the first run could not be opened', error);
  }
}
