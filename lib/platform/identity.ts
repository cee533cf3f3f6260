import { browser } from 'wxt/browser';
import { ProblemError } from '@/lib/domain/problem';

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
