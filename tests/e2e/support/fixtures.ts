import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  type BrowserContext,
  test as base,
  expect,
  type Locator,
  type Page,
} from '@playwright/test';
import { extensionOrigin, launchChromium } from '../../../tools/browser/chromium.ts';
import { openLog, readTable as readRecords } from '../../../tools/browser/database.ts';
import { chooseFavorite, enterClientId, signIn } from '../../../tools/browser/steps.ts';
import { type AdminClient, createAdminClient } from '../../simulator/admin-client.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';
import { netLogArgs, readRequests, type WireRequest } from './net-log.ts';

/** The unmodified store build. */
const EXTENSION = resolve('.output/chrome-mv3');

/** A browser with the extension, and a Twitch for it. */
export interface World {
  simulator: Simulator;
  admin: AdminClient;
  browser: Browser;
  /** Ends the browser and starts it again with the same profile. */
  restart(): Promise<Browser>;
}

/** A running browser with the extension in it. */
export interface Browser {
  context: BrowserContext;
  /** Address that the extension's pages begin with. */
  origin: string;
  page: Page;
}

/** What a test wants its browser started with, beyond the extension. */
export interface Start {
  /** Folders of extensions beside ours. */
  neighbours: readonly string[];
  args: readonly string[];
}

interface OpenOptions {
  profile: string;
  simulator: Simulator;
  extension: string;
  start: Start;
}

async function open({ profile, simulator, extension, start }: OpenOptions): Promise<Browser> {
  const context = await launchChromium({
    extension: [extension, ...start.neighbours].join(','),
    profile,
    tlsPort: simulator.ports.tls,
    isHeadless: true,
    args: start.args,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  return { context, origin: await extensionOrigin(context), page };
}

export const test = base.extend<{ extension: string; start: Start; world: World }>({
  extension: EXTENSION,
  start: { neighbours: [], args: [] },
  world: async ({ extension, start }, use) => {
    const profile = await mkdtemp(join(tmpdir(), 'streamer-event-viewer-'));
    const simulator = await startSimulator({ seed: 1 });
    const world: World = {
      simulator,
      admin: createAdminClient(simulator.ports.admin),
      browser: await open({ profile, simulator, extension, start }),
      restart: async () => {
        await world.browser.context.close();
        world.browser = await open({ profile, simulator, extension, start });
        return world.browser;
      },
    };
    await use(world);
    await world.browser.context.close();
    await simulator.close();
    await rm(profile, { recursive: true, force: true });
  },
});

/**
 * The store build without `unlimitedStorage`: with it, nothing but a full disk keeps Chromium from
 * writing, and the browser's tools can't make it seem so.
 */
export const withQuota = test.extend({
  extension: async ({}, use) => {
    const copy = await mkdtemp(join(tmpdir(), 'streamer-event-viewer-build-'));
    await cp(EXTENSION, copy, { recursive: true });
    const path = join(copy, 'manifest.json');
    const manifest = JSON.parse(await readFile(path, 'utf8'));
    manifest.permissions = manifest.permissions.filter(
      (permission: string) => permission !== 'unlimitedStorage',
    );
    await writeFile(path, JSON.stringify(manifest));
    await use(copy);
    await rm(copy, { recursive: true });
  },
});

const NET_LOG = 'net.json';

/** A browser that writes down every byte it sends; `requests` gives them once it is closed. */
export const withNetLog = test.extend<{ requests: () => Promise<WireRequest[]> }>({
  start: async ({}, use, { outputDir }) => {
    await mkdir(outputDir, { recursive: true });
    await use({ neighbours: [], args: netLogArgs(join(outputDir, NET_LOG)) });
  },
  requests: async ({}, use, { outputDir }) => {
    await use(async () => await readRequests(join(outputDir, NET_LOG)));
  },
});

/** Enters a Client ID and shows the popup as a page. */
export async function openPopup({ browser: { page, origin } }: World): Promise<Page> {
  await enterClientId(page, origin, 'test-client');
  await page.goto(`${origin}/popup.html`);
  return page;
}

/** Signs in, follows `userName`, and waits until the extension listens. Gives the popup. */
export async function listenTo(world: World, userName: string): Promise<Page> {
  const popup = await openPopup(world);
  await signIn(world.browser.context, popup);
  await chooseFavorite(popup, userName);
  await expectListening(popup);
  return popup;
}

/** Waits until the popup says that events are listened for. */
export async function expectListening(popup: Page): Promise<void> {
  await expect(popup.getByRole('status')).toHaveText('Listening for events');
}

/** Opens a channel's page on Twitch in a tab of its own. */
export async function openChannel({ browser: { context } }: World, login: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`https://www.twitch.tv/${login}`);
  return page;
}

/** The panel on a Twitch page. */
export function panelOn(page: Page): Locator {
  return page.locator('streamer-event-panel').getByRole('region', { name: 'Live events' });
}

/** Ids of the listed events, from the top. */
export async function listedIds(where: Page | Locator): Promise<(string | null)[]> {
  const rows = where.getByRole('list', { name: 'Recent events' }).locator('[data-event-id]');
  return await rows.evaluateAll((items) => items.map((item) => item.getAttribute('data-event-id')));
}

/** Text of the badge on the toolbar button. */
export async function badgeText({ browser: { context } }: World): Promise<string> {
  const [worker] = context.serviceWorkers();
  if (worker === undefined) throw new Error('The service worker does not run.');
  return await worker.evaluate('chrome.action.getBadgeText({})');
}

/** Ends the service worker on the spot, as the browser does when it is short of memory. */
export async function killWorker({ browser: { context, page } }: World): Promise<void> {
  const devtools = await context.newCDPSession(page);
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.stopAllWorkers');
  await devtools.detach();
}

/** Every record of a table of the extension's database. */
export async function readTable(
  { browser: { context, origin } }: World,
  table: string,
): Promise<Record<string, unknown>[]> {
  const log = await openLog(context, origin);
  const records = await readRecords(log, table);
  await log.close();
  return records;
}

export { expect };
