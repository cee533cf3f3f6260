import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { readTable } from '../../support/database.ts';
import { sendResubs } from '../../support/events.ts';
import { expect, test, testSignedOut } from '../../support/fixtures.ts';
import { expectListening, listedIds, panelOn } from '../../support/screens.ts';
import { clickToOpen, listenTo, setUpExtension } from '../../support/steps.ts';

const OTHER_EXTENSION = resolve('tests/fixtures/neighbour');

/** Chromium's id for an extension without a key: the hash of its path, in the letters a to p. */
const OTHER_EXTENSION_ID = createHash('sha256')
  .update(OTHER_EXTENSION)
  .digest('hex')
  .slice(0, 32)
  .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));

/** Opens a page on Twitch's host that has no content security policy. */
async function openHostilePage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.route('https://www.twitch.tv/other_streamer', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Hostile</title>' }),
  );
  await page.goto('https://www.twitch.tv/other_streamer');
  await expect(panelOn(page)).toBeVisible();
  return page;
}

/** Simulates every kind of click on everything in the panel. Returns the number of targets. */
async function clickEverything(page: Page): Promise<number> {
  return await page.evaluate(() => {
    const root = document.querySelector('streamer-event-panel')?.shadowRoot;
    const targets = [...(root?.querySelectorAll<HTMLElement>('button, a, summary') ?? [])];
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
      // Links may be followed: other tests check that they lead to Twitch.
      if (target instanceof HTMLButtonElement) target.click();
    }
    return targets.length;
  });
}

/** Attacks the extension from a page in every known way. Returns the attacks that succeeded. */
async function attackFromPage(page: Page, origin: string): Promise<string[]> {
  return await page.evaluate(async (address) => {
    const found: string[] = [];
    addEventListener('message', ({ data, source }) => {
      if (source !== window) found.push(`message: ${JSON.stringify(data)}`);
    });
    const runtime = Reflect.get(Reflect.get(window, 'chrome') ?? {}, 'runtime');
    if (runtime !== undefined) found.push('chrome.runtime exists');
    if (Reflect.get(window, 'browser') !== undefined) found.push('browser exists');
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
        const loaded = new Promise<boolean>((resolve) => {
          element.addEventListener('load', () => resolve(true));
          element.addEventListener('error', () => resolve(false));
        });
        element.setAttribute(tag === 'link' ? 'href' : 'src', url);
        if (tag === 'link') element.setAttribute('rel', 'stylesheet');
        document.documentElement.append(element);
        if (await loaded) found.push(`loaded as ${tag}: ${file}`);
      });
      await Promise.all(loads);
    }
    const resources = performance.getEntriesByType('resource').map(({ name }) => name);
    found.push(
      ...resources.filter((name) => name.startsWith('chrome-') && !name.startsWith(address)),
    );
    const databases = await indexedDB.databases();
    found.push(...databases.map(({ name }) => `database: ${name}`));
    found.push(...[localStorage, sessionStorage].flatMap((storage) => Object.keys(storage)));
    return found;
  }, origin);
}

test('a hostile page on Twitch can neither read from the extension nor control it', async ({
  world,
}) => {
  const popup = await listenTo(world, 'demo_streamer');
  const { context, origin } = world.browser;
  const page = await openHostilePage(context);
  await panelOn(page).getByRole('button').first().click();
  const listenToo = panelOn(page).getByRole('button', {
    name: 'Also listen to other_streamer',
  });
  await expect(listenToo).toBeVisible();
  const before = (await world.admin.state()).requests;

  expect(await attackFromPage(page, origin)).toEqual([]);
  const clicked = await clickEverything(page);
  expect(clicked).toBeGreaterThan(2);

  await expect(listenToo).toBeVisible();
  // Messages arrive in order: after this event, everything that the page sent has arrived too.
  const [id] = await sendResubs(world.admin, 1);
  await expect.poll(() => listedIds(popup)).toContain(id);
  await expectListening(popup);
  expect(await readTable(world, 'accounts')).toHaveLength(1);
  const after = (await world.admin.state()).requests;
  for (const path of ['/helix/users', '/oauth2/authorize', '/oauth2/revoke']) {
    expect([path, after[path]]).toEqual([path, before[path]]);
  }
});

test('a hostile page cannot show a page of the extension in a frame', async ({ world }) => {
  const { context, origin } = world.browser;
  const page = await openHostilePage(context);
  for (const file of ['popup.html', 'options.html']) {
    await page.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      document.body.append(frame);
      return new Promise((resolve) => frame.addEventListener('load', resolve));
    }, `${origin}/${file}`);
  }
  const framed = page.frames().filter((frame) => frame !== page.mainFrame());
  expect(framed).toHaveLength(2);
  for (const frame of framed) {
    expect(frame.url()).not.toContain(origin);
    expect(await frame.content()).not.toContain('StreamerEventViewer');
  }
});

testSignedOut(
  'a hostile page cannot open the sign-in window, but the user can',
  async ({ world }) => {
    await setUpExtension(world);
    const { context } = world.browser;
    const page = await openHostilePage(context);
    await panelOn(page).getByRole('button', { name: 'Set up StreamerEventViewer' }).click();
    const button = panelOn(page).getByRole('button', { name: 'Sign in with Twitch' });
    await expect(button).toBeVisible();
    const windows: Page[] = [];
    context.on('page', (opened) => windows.push(opened));
    await clickEverything(page);
    const twitch = await clickToOpen(button);
    await twitch.getByRole('button', { name: 'Authorize' }).waitFor();
    expect(windows).toHaveLength(1);
  },
);

test.describe('another extension', () => {
  test.use({ start: { otherExtensions: [OTHER_EXTENSION], args: [] } });

  test('cannot reach ours from its script on Twitch or from its own page', async ({ world }) => {
    const popup = await listenTo(world, 'demo_streamer');
    const { context, origin } = world.browser;
    const id = new URL(origin).host;
    const channel = await openHostilePage(context);
    await channel.evaluate(
      (detail) => document.dispatchEvent(new CustomEvent('attack', { detail })),
      id,
    );
    const readResults = () => channel.locator('html').getAttribute('data-neighbour');
    await expect.poll(readResults).not.toBeNull();
    const fromScript: string[] = JSON.parse((await readResults()) ?? '[]');
    const page = await context.newPage();
    await page.goto(`chrome-extension://${OTHER_EXTENSION_ID}/page.html`);
    const fromPage: string[] = await page.evaluate(`attack('${id}')`);
    expect([fromScript.length, fromPage.length]).toEqual([8, 8]);
    for (const result of [...fromScript, ...fromPage])
      expect(result).toMatch(/Could not establish|Failed to fetch/);
    await expectListening(popup);
    expect(await readTable(world, 'accounts')).toHaveLength(1);
  });
});
