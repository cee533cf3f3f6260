import type { Page } from '@playwright/test';
import type { browser } from 'wxt/browser';
import { listenToConsoles } from '../../support/console.ts';
import { readTable } from '../../support/database.ts';
import { sendResubs } from '../../support/events.ts';
import { expect, testWithNetLog, type World } from '../../support/fixtures.ts';
import { listedIds, panelOn } from '../../support/screens.ts';
import { listenTo, openChannel, openOptions, signIn, signOut } from '../../support/steps.ts';
import { requestCount } from '../../support/twitch.ts';

/** The extension's API, for code that runs in its pages. */
declare const chrome: typeof browser;

/** The hosts that may receive the token. */
const ALLOWED_HOSTS = ['id.twitch.tv', 'api.twitch.tv'];

async function readToken(world: World): Promise<string> {
  const [account] = await readTable(world, 'accounts');
  return String(account?.token);
}

/** Returns everything in the extension's storage areas. Content scripts can read some of them. */
async function readStorageAreas(popup: Page): Promise<string> {
  return await popup.evaluate(async () => {
    const { local, sync, session, managed } = chrome.storage;
    const areas = await Promise.all(
      [local, sync, session, managed].map((area) => area.get(null).catch(() => null)),
    );
    return JSON.stringify([
      areas,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
    ]);
  });
}

/** Returns every table of the database except the accounts, where the token belongs. */
async function readOtherTables(world: World, popup: Page): Promise<string> {
  const tables = await popup.evaluate(async () => {
    const request = indexedDB.open('streamer-event-viewer');
    await new Promise((resolve) => request.addEventListener('success', resolve));
    const names = [...request.result.objectStoreNames];
    request.result.close();
    return names;
  });
  const otherTables = tables.filter((name) => name !== 'accounts');
  const records = await Promise.all(otherTables.map((name) => readTable(world, name)));
  expect(records.filter((rows) => rows.length > 0).length).toBeGreaterThan(3);
  return JSON.stringify(records);
}

/** Returns the background's replies to commands, also to commands that do not exist. */
async function readReplies(popup: Page): Promise<string> {
  return await popup.evaluate(async () => {
    const names = ['feed/seen', 'favorite/set', 'auth/token', 'account/read', '__proto__', 'state'];
    const replies = names.map((name) =>
      chrome.runtime.sendMessage({ name, data: { upTo: 1, userName: 'demo_streamer' } }),
    );
    return JSON.stringify(await Promise.all(replies));
  });
}

/** Returns what scripts of a page can read, with the panel in its open shadow root. */
async function readAsPageScript(page: Page): Promise<string> {
  return await page.evaluate(async () => {
    const panel = document.querySelector('streamer-event-panel')?.shadowRoot;
    const databases = await indexedDB.databases();
    return [
      document.documentElement.outerHTML,
      panel?.innerHTML,
      location.href,
      JSON.stringify([
        databases,
        Object.entries(localStorage),
        Object.entries(sessionStorage),
        document.cookie,
      ]),
      ...performance.getEntries().map(({ name }) => name),
    ].join('\n');
  });
}

testWithNetLog(
  'the token is only in the database, and in headers and forms that Twitch receives',
  async ({ world, readSentRequests }) => {
    const { context } = world.browser;
    const consoles = listenToConsoles(context);
    const popup = await listenTo(world, 'demo_streamer');
    const tokens = [await readToken(world)];
    const channel = await openChannel(world, 'demo_streamer');
    const options = await openOptions(world, 'receiving');

    // Failures are when code logs most: requests that fail, and a token that is not revoked.
    await world.admin.fault({ kind: 'http', path: '/helix/users', status: 500, times: 2 });
    const replies = await readReplies(popup);
    await world.admin.fault({
      kind: 'http',
      path: '/oauth2/revoke',
      status: 307,
      headers: { Location: 'https://www.twitch.tv/caught' },
      times: 1,
    });
    await signOut(popup);
    await signIn(popup);
    tokens.push(await readToken(world));
    const [id] = await sendResubs(world.admin, 1);
    await expect.poll(() => listedIds(panelOn(channel))).toContain(id);
    const places = [
      replies,
      await readStorageAreas(popup),
      await readOtherTables(world, popup),
      ...(await Promise.all([popup, options, channel].map(readAsPageScript))),
    ];
    await signOut(popup);
    await expect.poll(() => requestCount(world, '/oauth2/revoke')).toBe(2);
    places.push(...(await consoles.messages()));
    expect(new Set(tokens).size).toBe(2);
    for (const token of tokens) {
      expect(token).toMatch(/^\w{30}$/);
      for (const place of places) expect(place).not.toContain(token);
    }
    expect(places.some((place) => place.includes('a token was not revoked'))).toBe(true);
    expect((await world.admin.state()).inbound_frames).toEqual([]);
    await context.close();

    const requests = await readSentRequests();
    const withToken = requests.filter((request) =>
      tokens.some((token) => JSON.stringify(request).includes(token)),
    );
    expect([...new Set(withToken.map(({ host }) => host))].toSorted()).toEqual(
      ALLOWED_HOSTS.toSorted(),
    );
    const elsewhere = withToken.map(({ line, headers, body }) => ({
      line,
      headers: headers.filter((header) => !/^authorization: (?:OAuth|Bearer) \w+$/i.test(header)),
      body: line.startsWith('POST /oauth2/revoke ') ? '' : body,
    }));
    for (const token of tokens) expect(JSON.stringify(elsewhere)).not.toContain(token);
  },
);
