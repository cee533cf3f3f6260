import { browser } from 'wxt/browser';
import { ProblemError } from '@/lib/domain/problem';
import { SECOND } from '@/lib/time';

const UNSEEN_TIMEOUT_MS = 10 * SECOND;

/** The address to register with Twitch, to the letter: where it sends the user after sign-in. */
export function redirectUri(): string {
  return browser.identity.getRedirectURL();
}

/**
 * Opens a sign-in page in a window of the browser's and gives the address it ended at. Throws a
 * `ProblemError`: `cancelled` when the user closed it; when it did not load, `client_id_refused`
 * where Twitch can be reached (by `isReachable`) and so must have refused, else `offline`.
 */
export async function launchAuthFlow(
  url: string,
  isReachable: () => Promise<boolean>,
): Promise<string> {
  let ended: string | undefined;
  try {
    ended = await browser.identity.launchWebAuthFlow({ url, interactive: true });
  } catch (cause) {
    // Browsers tell these apart in words only; Chrome's have been the same since its first years.
    const didNotLoad =
      cause instanceof Error && /not be loaded|failed to load/i.test(cause.message);
    if (!didNotLoad) throw new ProblemError('cancelled', { cause });
    throw new ProblemError((await isReachable()) ? 'client_id_refused' : 'offline', { cause });
  }
  if (ended === undefined) throw new ProblemError('cancelled');
  return ended;
}

/**
 * Goes through a sign-in page that asks nothing, without ever showing it, and gives the address it ended
 * at. Throws a `ProblemError` `cancelled` where the page would have to be seen, or takes too long.
 */
export async function launchUnseenAuthFlow(url: string): Promise<string> {
  // Chromium gives up at the first page that loads, if it is not told to wait for one that goes on by
  // script, as Twitch's may. Firefox follows redirections only, and refuses options it does not know.
  const patience =
    import.meta.env.BROWSER === 'firefox'
      ? {}
      : { abortOnLoadForNonInteractive: false, timeoutMsForNonInteractive: UNSEEN_TIMEOUT_MS };
  const details = { url, interactive: false, ...patience };
  const ended = await browser.identity.launchWebAuthFlow(details).catch((cause) => {
    throw new ProblemError('cancelled', { cause });
  });
  if (ended === undefined) throw new ProblemError('cancelled');
  return ended;
}
