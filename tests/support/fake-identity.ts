import { fakeBrowser } from 'wxt/testing/fake-browser';

/** How a sign-in window of the browser's ends: at an address, or not as it should. */
export type WindowEnd = { at: string } | { error: string } | 'nothing';

/** Gives the fake browser sign-in windows; each ends as told. Keeps what they were opened for. */
export function fakeIdentity(end: WindowEnd): { opened: { url: string; interactive: boolean }[] } {
  const opened: { url: string; interactive: boolean }[] = [];
  fakeBrowser.identity.getRedirectURL = (path = '') => `https://abcdefgh.chromiumapp.org/${path}`;
  // Chrome's own type has a callback beside the promise, which nothing here uses.
  const launch = async ({ url, interactive = false }: { url: string; interactive?: boolean }) => {
    opened.push({ url, interactive });
    if (end === 'nothing') return undefined;
    if ('error' in end) throw new Error(end.error);
    return end.at;
  };
  fakeBrowser.identity.launchWebAuthFlow = launch;
  return { opened };
}
