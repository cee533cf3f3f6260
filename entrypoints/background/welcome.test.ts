import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { installEnglish } from '@/tests/support/english';
import { createFakeLog } from '@/tests/support/fakes/fake-log';
import { showWelcome, welcomeOnce } from './welcome';

const URL = 'chrome-extension://abc/welcome.html';

/** Returns the addresses of the open tabs, and whether each is in front. */
const openTabs = async () =>
  (await allTabs({})).flatMap(({ url, active }) => (url === undefined ? [] : [{ url, active }]));
const allTabs = fakeBrowser.tabs.query;

beforeEach(() => {
  fakeBrowser.reset();
  installEnglish();
  fakeBrowser.runtime.getURL = (path: string) => `chrome-extension://abc${path}`;
  // The fake browser finds tabs by everything but their address.
  const byAddress = async ({ url }: { url?: unknown }) =>
    (await allTabs({})).filter((tab) => `${tab.url}*` === url);
  fakeBrowser.tabs.query = byAddress;
});

it('opens the page after the installation, but not after another report of it', async () => {
  await welcomeOnce(createFakeLog());
  await welcomeOnce(createFakeLog());
  expect(await openTabs()).toHaveLength(1);
});

it('shows the tab that is open already', async () => {
  await fakeBrowser.tabs.create({ url: URL });
  await fakeBrowser.tabs.create({ url: 'https://www.twitch.tv/', active: true });
  await showWelcome();
  expect(await openTabs()).toEqual([
    { url: URL, active: true },
    { url: 'https://www.twitch.tv/', active: false },
  ]);
});

it('only reports that the page could not be opened', async () => {
  fakeBrowser.tabs.query = async () => {
    throw new Error('no tabs');
  };
  const log = createFakeLog();
  await welcomeOnce(log);
  expect(log.warnings).toHaveLength(1);
});
