import { fakeBrowser } from 'wxt/testing/fake-browser';

/** The end of a sign-in window: at a URL, with an error, or without a result. */
export type WindowEnd = { at: string } | { error: string } | 'nothing';

interface Details {
  url: string;
  interactive?: boolean;
}

/**
 * Adds sign-in windows to the fake browser. Each window ends with `end`. Returns the details of all
 * windows that were opened.
 */
export function fakeIdentity(end: WindowEnd): { opened: Details[] } {
  const opened: Details[] = [];
  fakeBrowser.identity.getRedirectURL = (path = '') => `https://abcdefgh.chromiumapp.org/${path}`;
  // A typed constant, because the type of the browser also has an overload with a callback.
  const launch = async (details: Details) => {
    opened.push(details);
    if (end === 'nothing') return undefined;
    if ('error' in end) throw new Error(end.error);
    return end.at;
  };
  fakeBrowser.identity.launchWebAuthFlow = launch;
  return { opened };
}
