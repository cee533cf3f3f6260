import { browser } from 'wxt/browser';

/** Returns true if the toolbar shows the button of the extension; `null` if the browser does not say. */
export async function isButtonPinned(): Promise<boolean | null> {
  // Firefox has it under the name of manifest version 2, which the types do not know:
  // https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/API/browserAction/getUserSettings
  const button: Partial<Pick<typeof browser.action, 'getUserSettings'>> =
    browser.action ?? browser.browserAction;
  const settings = await button.getUserSettings?.().catch(() => null);
  return settings?.isOnToolbar ?? null;
}
