import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { streamOnline } from '../../simulator/shapes/channel/stream.ts';
import { createViewer, sendNotification } from '../support/events.ts';
import { click, type FirefoxWorld, startFirefoxWorld, waitFor } from '../support/firefox.ts';
import { listedIn, listenInFirefox, openOwnPage } from '../support/firefox-steps.ts';

const SLOT = 300_000;

let world: FirefoxWorld;
let downloads: string;

beforeAll(async () => {
  downloads = await mkdtemp(join(tmpdir(), 'streamer-event-viewer-downloads-'));
  world = await startFirefoxWorld({
    preferences: { 'browser.download.folderList': 2, 'browser.download.dir': downloads },
  });
});

afterAll(async () => {
  await world?.close();
  await rm(downloads, { recursive: true, force: true });
});

/** Listens to a streamer who is live. Returns the ids of three resubs, in the order in which they were sent. */
async function recordBroadcast(): Promise<string[]> {
  const popup = await listenInFirefox(world, 'demo_streamer');
  const began = Math.floor(Date.now() / SLOT) * SLOT - 12 * SLOT;
  const startedAt = new Date(began).toISOString();
  await world.admin.sendEvent({
    type: 'stream.online',
    event: streamOnline({ id: '77', started_at: startedAt }),
  });
  const time = new Date(began + 6.5 * SLOT).toISOString();
  const sent = [1, 2, 3].map((number) =>
    sendNotification(
      world.admin,
      {
        notice_type: 'resub',
        chatter: createViewer(number),
        resub: { cumulative_months: 40 + number },
      },
      time,
    ),
  );
  const ids = (await Promise.all(sent)).flat();
  await expect.poll(async () => (await listedIn(popup)).length, { timeout: 20_000 }).toBe(4);
  return ids;
}

const query = (page: Page) => page.evaluate(() => location.search);

/** Follows a link with the keyboard alone, and waits for the address that it leads to. */
async function follow(page: Page, link: string | ElementHandle, address: RegExp): Promise<void> {
  const element = typeof link === 'string' ? await waitFor(page, link) : link;
  await element.evaluate((target) => (target as HTMLElement).focus());
  await page.keyboard.press('Enter');
  await expect.poll(() => query(page), { timeout: 10_000 }).toMatch(address);
}

async function expectRows(page: Page, expected: readonly string[]): Promise<void> {
  const shown = async () => new Set(await listedIn(page));
  await expect.poll(shown, { timeout: 10_000 }).toEqual(new Set(expected));
}

async function expectPeople(ids: readonly string[]): Promise<void> {
  const page = await openOwnPage(world, 'history.html?view=people');
  await follow(page, '::-p-aria(Viewer_3[role="link"])', /^\?view=people&viewer=7003$/);
  await waitFor(page, '::-p-aria(Viewer_3[role="heading"])');
  await follow(page, '::-p-aria(Show all events[role="link"])', /^\?viewer=7003$/);
  await expectRows(page, ids);
  await page.evaluate(() => history.back());
  await waitFor(page, '::-p-aria(Viewer_3[role="heading"])');
}

async function expectTimeline(ids: readonly string[]): Promise<void> {
  const page = await openOwnPage(world, 'history.html?view=broadcasts');
  await follow(page, 'h3 a', /^\?view=broadcasts&broadcast=/);
  // The arrow keys move the one stop of the Tab key from mark to mark.
  const first = await waitFor(page, '[role="group"] a[tabindex="0"]');
  await first.evaluate((mark) => (mark as SVGAElement).focus());
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  expect(await focused()).toMatch(/3 subs/);
  await page.keyboard.press('Enter');
  await expect
    .poll(() => query(page), { timeout: 10_000 })
    .toMatch(/^\?streamer=\d+&from=.+&until=/);
  await expectRows(page, ids);
}

async function expectStatistics(ids: readonly string[]): Promise<void> {
  const page = await openOwnPage(world, 'history.html?view=statistics');
  await waitFor(page, '::-p-aria(Hours of the week[role="heading"])');
  const resubs = await waitFor(page, '::-p-xpath(//tr[th[contains(., "Resubs")]]//a)');
  expect(await resubs.evaluate((link) => link.closest('tr')?.textContent)).toContain('3');
  await follow(page, resubs, /^\?/);
  await expectRows(page, ids);
}

async function expectTransfer(): Promise<void> {
  const page = await openOwnPage(world, 'history.html');
  await expect.poll(async () => (await listedIn(page)).length, { timeout: 10_000 }).toBe(4);
  const before = await listedIn(page);
  await click(page, '::-p-aria(Data[role="button"])');
  await click(page, '::-p-aria(Export JSON[role="button"])');
  await waitFor(page, '::-p-text(4 events were exported.)');
  const files = async () => (await readdir(downloads)).filter((name) => name.endsWith('l'));
  await expect.poll(files, { timeout: 10_000 }).toHaveLength(1);
  const [name = ''] = await files();
  const path = join(downloads, name);
  const lines = async () => (await readFile(path, 'utf8')).trim().split('\n').length;
  await expect.poll(lines, { timeout: 10_000 }).toBeGreaterThanOrEqual(4);

  await click(page, '::-p-aria(Delete[role="button"])');
  await click(
    page,
    '::-p-xpath((//dialog[contains(., "Delete 4 events?")])[last()]//button[. = "Delete"])',
  );
  await waitFor(page, '::-p-text(4 events were deleted.)');
  // Puppeteer's type says what the selector cannot.
  const input = (await waitFor(page, 'input[type=file]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path);
  await waitFor(page, '::-p-text(4 events were imported.)');
  await expect.poll(() => listedIn(page), { timeout: 10_000 }).toEqual(before);
}

test('every view of the history leads to its rows, and an export brings all of it back', async () => {
  const ids = await recordBroadcast();
  expect(ids).toHaveLength(3);
  await expectPeople(ids.slice(2));
  await expectTimeline(ids);
  await expectStatistics(ids);
  await expectTransfer();
});
