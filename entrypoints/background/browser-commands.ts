import { browser } from 'wxt/browser';
import type { PageMessage } from '@/entrypoints/twitch.content/page-messages';
import { showHistory } from '@/lib/platform/own-page';

/** Names of the manifest's `commands`, with the message for the page in front. */
const MESSAGES: Partial<Record<string, PageMessage>> = { 'toggle-panel': 'panel/toggle' };

/**
 * Does what the user's keyboard shortcuts ask for, or passes them on to the page that they were
 * pressed on. The browser handles the one for the popup itself.
 */
export function listenToBrowserCommands(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    // While the browser closes, there may be no window for a tab.
    if (command === 'open-history') showHistory().catch(() => undefined);
    const name = MESSAGES[command];
    if (name === undefined || tab?.id === undefined) return;
    // Pages other than Twitch's have no panel, and nobody to answer.
    browser.tabs.sendMessage(tab.id, { name }, { frameId: 0 }).catch(() => undefined);
  });
}
