import { fakeBrowser } from 'wxt/testing/fake-browser';

/** How a sign-in window of the browser's ends: at an address, or not as it should. */
export type WindowEnd = { at: string } | { error: string } | 'nothing';

interface Details {
  url: string;
  interactive?: boolean;
}

/** Gives the fake browser sign-in windows; each ends as told. Keeps what they were opened for. */
export function fakeIdentity(end: WindowEnd): { opened: Details[] } {
  const opened: Details[] = [];
  fakeBrowser.identity.getRedirectURL = (path = '') => `https://abcdefgh.chromiumapp.org/${path}`;
  // Chrome's own type has a callback beside the promise, which nothing here uses.
  const launch = async (details: Details) => {
    opened.push(details);
    if (end === 'nothing') return undefined;
    if ('error' in end) throw new Error(end.error);
    return end.at;
  };
  fakeBrowser.identity.launchWebAuthFlow = launch;
  return { opened };
}
