import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { sendResubs } from '../../support/events.ts';
import {
  expect,
  listedIds,
  listenTo,
  openPopup,
  panelOn,
  readTable,
  test,
} from '../../support/fixtures.ts';

const NEIGHBOUR = resolve('tests/fixtures/neighbour');

/** The id that Chromium gives an extension without a key: its path, hashed, in the letters a to p. */
const NEIGHBOUR_ID = createHash('sha256')
  .update(NEIGHBOUR)
  .digest('hex')
  .slice(0, 32)
  .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));

/** A page under Twitch's name that nobody holds back: no policy of its own, scripts from anywhere. */
async function openHostilePage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.route('https://www.twitch.tv/other_streamer', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Hostile</title>' }),
  );
  await page.goto('https://www.twitch.tv/other_streamer');
  await expect(panelOn(page)).toBeVisible();
  return page;
}

/** Everything a script can do to a button it can reach without being the user. */
async function pressEverything(page: Page): Promise<number> {
  return await page.evaluate(() => {
    const inside = document.querySelector('streamer-event-panel')?.shadowRoot;
    const targets = [...(inside?.querySelectorAll<HTMLElement>('button, a, summary') ?? [])];
    for (const target of targets) {
      const init = { bubbles: true, composed: true, cancelable: true };
      target.focus();
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
        target.dispatchEvent(new MouseEvent(type, init));
      }
      for (const key of ['Enter', ' ']) {
        target.dispatchEvent(new KeyboardEvent('keydown', { ...init, key }));
        target.dispatchEvent(new KeyboardEvent('keyup', { ...init, key }));
      }
      // A link of ours may well be followed; that it leads to Twitch is tested elsewhere.
      if (target instanceof HTMLButtonElement) target.click();
    }
    return targets.length;
  });
}

/** What came of a page's tries at the extension behind `origin`. */
async function attackFromPage(page: Page, origin: string): Promise<string[]> {
  return await page.evaluate(async (address) => {
    const found: string[] = [];
    addEventListener('message', ({ data, source }) => {
      if (source !== window) found.push(`message: ${JSON.stringify(data)}`);
    });
    const runtime = Reflect.get(Reflect.get(window, 'chrome') ?? {}, 'runtime');
    if (runtime !== undefined) found.push('there is chrome.runtime');
    if (Reflect.get(window, 'browser') !== undefined) found.push('there is browser');
    for (const name of ['auth/signOut', 'favorite/set', 'history/delete', 'feed/seen']) {
      const message = { name, data: { userName: 'other_streamer', upTo: 99 } };
      window.postMessage(message, '*');
      for (const target of [window, document, document.documentElement]) {
        target.dispatchEvent(new CustomEvent(name, { detail: message }));
      }
    }
    const files = ['', 'manifest.json', 'popup.html', 'options.html', 'background.js'];
    for (const file of [...files, 'content-scripts/twitch.css', 'content-scripts/twitch.js']) {
      const url = `${address}/${file}`;
      const isRead = await fetch(url).then(
        () => true,
        () => false,
      );
      if (isRead) found.push(`read: ${file}`);
      const loads = ['img', 'script', 'link'].map(async (tag) => {
        const element = document.createElement(tag);
        const loaded = new Promise<boolean>((done) => {
          element.addEventListener('load', () => done(true));
          element.addEventListener('error', () => done(false));
        });
        element.setAttribute(tag === 'link' ? 'href' : 'src', url);
        if (tag === 'link') element.setAttribute('rel', 'stylesheet');
        document.documentElement.append(element);
        if (await loaded) found.push(`loaded as ${tag}: ${file}`);
      });
      await Promise.all(loads);
    }
    const seen = performance.getEntriesByType('resource').map(({ name }) => name);
    found.push(...seen.filter((name) => name.startsWith('chrome-') && !name.startsWith(address)));
    const databases = await indexedDB.databases();
    found.push(...databases.map(({ name }) => `database: ${name}`));
    found.push(...[localStorage, sessionStorage].flatMap((storage) => Object.keys(storage)));
    return found;
  }, origin);
}

test('a hostile page on Twitch gets nothing out of the extension and nothing done', async ({
  world,
}) => {
  const popup = await listenTo(world, 'demo_streamer');
  const { context, origin } = world.browser;
  const page = await openHostilePage(context);
  await panelOn(page).getByRole('button').first().click();
  const make = panelOn(page).getByRole('button', { name: /Make other_streamer my favorite/i });
  await expect(make).toBeVisible();
  const opened: string[] = [];
  context.on('page', (other) => opened.push(other.url()));
  const before = (await world.admin.state()).requests;

  expect(await attackFromPage(page, origin)).toEqual([]);
  const pressed = await pressEverything(page);
  expect(pressed).toBeGreaterThan(2);

  await expect(make).toBeVisible();
  // Messages keep their order: once this is through, so would be whatever the page had sent.
  const [id] = await sendResubs(world.admin, 1);
  await expect.poll(() => listedIds(popup)).toContain(id);
  await expect(popup.getByRole('status')).toHaveText('Listening for events');
  expect(await readTable(world, 'accounts')).toHaveLength(1);
  const after = (await world.admin.state()).requests;
  for (const path of ['/helix/users', '/oauth2/authorize', '/oauth2/revoke']) {
    expect([path, after[path]]).toEqual([path, before[path]]);
  }
});

test('a hostile page can not put a page of the extension into a frame', async ({ world }) => {
  const { context, origin } = world.browser;
  const page = await openHostilePage(context);
  for (const file of ['popup.html', 'options.html']) {
    await page.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      document.body.append(frame);
      return new Promise((done) => frame.addEventListener('load', done));
    }, `${origin}/${file}`);
  }
  const framed = page.frames().filter((frame) => frame !== page.mainFrame());
  expect(framed).toHaveLength(2);
  for (const frame of framed) {
    expect(frame.url()).not.toContain(origin);
    expect(await frame.content()).not.toContain('StreamerEventViewer');
  }
});

test('a hostile page can not open the sign-in window', async ({ world }) => {
  await openPopup(world);
  const { context } = world.browser;
  const page = await openHostilePage(context);
  const button = panelOn(page).getByRole('button', { name: 'Sign in with Twitch' });
  await expect(button).toBeVisible();
  const windows: Page[] = [];
  context.on('page', (opened) => windows.push(opened));
  await pressEverything(page);
  const opened = context.waitForEvent('page');
  await button.click();
  await (await opened).getByRole('button', { name: 'Authorize' }).waitFor();
  expect(windows).toHaveLength(1);
});

test.describe('another extension', () => {
  test.use({ start: { neighbours: [NEIGHBOUR], args: [] } });

  test('finds nobody to talk to, from its script on Twitch or from its own page', async ({
    world,
  }) => {
    const popup = await listenTo(world, 'demo_streamer');
    const { context, origin } = world.browser;
    const id = new URL(origin).host;
    const channel = await openHostilePage(context);
    await channel.evaluate(
      (detail) => document.dispatchEvent(new CustomEvent('attack', { detail })),
      id,
    );
    const outcome = () => channel.locator('html').getAttribute('data-neighbour');
    await expect.poll(outcome).not.toBeNull();
    const fromScript: string[] = JSON.parse((await outcome()) ?? '[]');
    const page = await context.newPage();
    await page.goto(`chrome-extension://${NEIGHBOUR_ID}/page.html`);
    const fromPage: string[] = await page.evaluate(`attack('${id}')`);
    expect([fromScript.length, fromPage.length]).toEqual([8, 8]);
    for (const result of [...fromScript, ...fromPage])
      expect(result).toMatch(/Could not establish|Failed to fetch/);
    await expect(popup.getByRole('status')).toHaveText('Listening for events');
    expect(await readTable(world, 'accounts')).toHaveLength(1);
  });
});
