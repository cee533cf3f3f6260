import type { Page } from '@playwright/test';
import type { browser } from 'wxt/browser';
import { signInAgain } from '../../../../tools/browser/steps.ts';
import { listenToConsoles } from '../../support/console.ts';
import { sendResubs } from '../../support/events.ts';
import {
  expect,
  listedIds,
  listenTo,
  openChannel,
  panelOn,
  readTable,
  type World,
  withNetLog,
} from '../../support/fixtures.ts';

/** What runs in pages of the extension finds its functions under this name. */
declare const chrome: typeof browser;

/** Hosts that may be sent the token. */
const TWITCH = ['id.twitch.tv', 'api.twitch.tv'];

async function tokenOf(world: World): Promise<string> {
  const [account] = await readTable(world, 'accounts');
  return String(account?.token);
}

/** Everything in the extension's storage areas, which content scripts can read too. */
async function storedOutsideTheDatabase(popup: Page): Promise<string> {
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

/** Everything in the database but the accounts, whose the token is. */
async function storedBesideTheAccounts(world: World, popup: Page): Promise<string> {
  const tables = await popup.evaluate(async () => {
    const request = indexedDB.open('streamer-event-viewer');
    await new Promise((done) => request.addEventListener('success', done));
    const names = [...request.result.objectStoreNames];
    request.result.close();
    return names;
  });
  const others = tables.filter((name) => name !== 'accounts');
  const records = await Promise.all(others.map((name) => readTable(world, name)));
  expect(records.filter((rows) => rows.length > 0).length).toBeGreaterThan(3);
  return JSON.stringify(records);
}

/** What the background answers to every command, also to those that make no sense. */
async function answers(popup: Page): Promise<string> {
  return await popup.evaluate(async () => {
    const names = ['feed/seen', 'favorite/set', 'auth/token', 'account/read', '__proto__', 'state'];
    const replies = names.map((name) =>
      chrome.runtime.sendMessage({ name, data: { upTo: 1, userName: 'demo_streamer' } }),
    );
    return JSON.stringify(await Promise.all(replies));
  });
}

/** A page as its own scripts see it, our panel's open shadow root included. */
async function visibleOn(page: Page): Promise<string> {
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

withNetLog(
  'the token goes to Twitch in a header or a form, and is nowhere but in the database',
  async ({ world, requests: readRequests }) => {
    const { context, origin } = world.browser;
    const consoles = listenToConsoles(context);
    const popup = await listenTo(world, 'demo_streamer');
    const tokens = [await tokenOf(world)];
    const channel = await openChannel(world, 'demo_streamer');
    const options = await context.newPage();
    await options.goto(`${origin}/options.html#receiving`);

    // Trouble makes code talk: a token that ends, one that is not taken back, answers that fail.
    await world.admin.fault({ kind: 'http', path: '/helix/users', status: 500, times: 2 });
    const replies = await answers(popup);
    await world.admin.fault({
      kind: 'http',
      path: '/oauth2/revoke',
      status: 307,
      headers: { Location: 'https://www.twitch.tv/caught' },
      times: 1,
    });
    await popup.getByRole('button', { name: 'Sign out' }).click();
    await signInAgain(popup);
    tokens.push(await tokenOf(world));
    const [id] = await sendResubs(world.admin, 1);
    await expect.poll(() => listedIds(panelOn(channel))).toContain(id);
    const places = [
      replies,
      await storedOutsideTheDatabase(popup),
      await storedBesideTheAccounts(world, popup),
      ...(await Promise.all([popup, options, channel].map(visibleOn))),
    ];
    await popup.getByRole('button', { name: 'Sign out' }).click();
    await expect.poll(async () => (await world.admin.state()).requests['/oauth2/revoke']).toBe(2);
    places.push(...(await consoles.said()));
    expect(new Set(tokens).size).toBe(2);
    for (const token of tokens) {
      expect(token).toMatch(/^\w{30}$/);
      for (const place of places) expect(place).not.toContain(token);
    }
    expect(places.some((place) => place.includes('a token was not revoked'))).toBe(true);
    expect((await world.admin.state()).inbound_frames).toEqual([]);
    await context.close();

    const requests = await readRequests();
    const bearers = requests.filter((request) =>
      tokens.some((token) => JSON.stringify(request).includes(token)),
    );
    expect([...new Set(bearers.map(({ host }) => host))].toSorted()).toEqual(TWITCH.toSorted());
    const kept = bearers.map(({ line, headers, body }) => ({
      line,
      headers: headers.filter((header) => !/^authorization: (?:OAuth|Bearer) \w+$/i.test(header)),
      body: line.startsWith('POST /oauth2/revoke ') ? '' : body,
    }));
    for (const token of tokens) expect(JSON.stringify(kept)).not.toContain(token);
  },
);
