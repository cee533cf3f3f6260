import { browser } from 'wxt/browser';
import { ProblemError } from '@/lib/domain/problem';
import { SECOND } from '@/lib/time';

const UNSEEN_TIMEOUT_MS = 10 * SECOND;

/**
 * Returns the URL to which Twitch sends the user after the sign-in. Exactly this text must be
 * registered with Twitch.
 */
export function redirectUri(): string {
  return browser.identity.getRedirectURL();
}

/**
 * Opens a sign-in page in a browser window and returns the URL at which it ended. Throws a
 * `ProblemError`: `cancelled` if the user closed the window. If the page did not load, it is
 * `client_id_refused` if Twitch is reachable (according to `isReachable`), else `offline`.
 */
export async function launchAuthFlow(
  url: string,
  isReachable: () => Promise<boolean>,
): Promise<string> {
  let endUrl: string | undefined;
  try {
    endUrl = await browser.identity.launchWebAuthFlow({ url, interactive: true });
  } catch (cause) {
    // Browsers report the cause only in the text of the error. Chrome's text has not changed for
    // years: "Authorization page could not be loaded."
    const didNotLoad =
      cause instanceof Error && /not be loaded|failed to load/i.test(cause.message);
    if (!didNotLoad) throw new ProblemError('cancelled', { cause });
    throw new ProblemError((await isReachable()) ? 'client_id_refused' : 'offline', { cause });
  }
  if (endUrl === undefined) throw new ProblemError('cancelled');
  return endUrl;
}

/**
 * Loads a sign-in page without showing it and returns the URL at which it ended. Throws the
 * `ProblemError` `cancelled` if the user would have to see the page, or if it takes too long.
 */
export async function launchUnseenAuthFlow(url: string): Promise<string> {
  // Twitch may redirect by script. Without these options, Chrome gives up once a page is loaded:
  // https://developer.chrome.com/docs/extensions/reference/api/identity#type-WebAuthFlowDetails
  // Firefox throws an error for options that it does not know, and supports neither:
  // https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/API/identity/launchWebAuthFlow
  const waitOptions =
    import.meta.env.BROWSER === 'firefox'
      ? {}
      : { abortOnLoadForNonInteractive: false, timeoutMsForNonInteractive: UNSEEN_TIMEOUT_MS };
  const details = { url, interactive: false, ...waitOptions };
  const endUrl = await browser.identity.launchWebAuthFlow(details).catch((cause) => {
    throw new ProblemError('cancelled', { cause });
  });
  if (endUrl === undefined) throw new ProblemError('cancelled');
  return endUrl;
}
