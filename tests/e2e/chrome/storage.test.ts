import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { openLog } from '../../../tools/log.ts';
import { chooseFavorite, signInAgain } from '../../../tools/steps.ts';
import { chatNotification } from '../../simulator/shapes/chat/chat-notification.ts';
import { sendResubs } from '../support/events.ts';
import {
  expect,
  expectListening,
  listedIds,
  listenTo,
  openPopup,
  readTable,
  test,
  type World,
  withQuota,
} from './fixtures.ts';

const DAY = 86_400_000;
const FULL = 'Your browser has no room left for new events.';
const DAMAGED = "The recorded events can't be opened.";

async function setQuota({ browser: { context, page, origin } }: World, bytes: number) {
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: bytes });
}

/** Puts a database in the place of the extension's, as another build or a fault left it there. */
async function replaceDatabase(world: World, version: number): Promise<void> {
  const { context, page, origin } = world.browser;
  const log = await openLog(context, origin);
  await page.goto('about:blank');
  const devtools = await context.newCDPSession(page);
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.stopAllWorkers');
  await log.evaluate(async (version) => {
    const name = 'streamer-event-viewer';
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- all of this runs in the page
    const done = (request: IDBOpenDBRequest) =>
      new Promise<IDBDatabase>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });
    await done(indexedDB.deleteDatabase(name));
    const request = indexedDB.open(name, version);
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore('events', { keyPath: 'seq' }).add({ seq: 1, id: 'kept' });
    });
    (await done(request)).close();
  }, version);
  await log.close();
}

async function openPage({ browser: { page, origin } }: World, name: string): Promise<Page> {
  await page.goto(`${origin}/${name}.html`);
  return page;
}

/** Sends one event as if it had happened that many days ago. Gives its id, in a list. */
async function sendOld({ admin }: World, days: number): Promise<string[]> {
  return await admin.sendEvent({
    type: 'channel.chat.notification',
    event: chatNotification({ notice_type: 'sub' }),
    message_timestamp: new Date(Date.now() - days * DAY).toISOString(),
  });
}

async function recordedIds(world: World): Promise<unknown[]> {
  return (await readTable(world, 'events')).map(({ id }) => id);
}

withQuota(
  'a full browser is told of, lets the oldest day go if agreed, and loses nothing new',
  async ({ world }) => {
    const popup = await listenTo(world, 'demo_streamer');
    const options = await world.browser.context.newPage();
    await options.goto(`${world.browser.origin}/options.html`);
    await options.getByRole('checkbox', { name: /no room left/ }).check();
    const oldest = await sendOld(world, 2);
    const newer = await sendOld(world, 1);
    await expect.poll(() => recordedIds(world)).toEqual([...oldest, ...newer]);

    await setQuota(world, 1);
    const ids: string[] = [];
    // Chromium goes by what it found free half a minute ago.
    await expect
      .poll(
        async () => {
          ids.push(...(await sendResubs(world.admin, 1)));
          return await popup.getByRole('status').textContent();
        },
        { intervals: [1000], timeout: 50_000 },
      )
      .toContain(FULL);
    await expect.poll(async () => (await recordedIds(world))[0]).toBe(newer[0]);
    expect((await recordedIds(world)).length).toBeLessThan(ids.length + 1);

    await setQuota(world, 1_000_000_000);
    ids.push(...(await sendResubs(world.admin, 1)));
    await expect.poll(() => recordedIds(world), { timeout: 50_000 }).toEqual([...newer, ...ids]);
    await expect(popup.getByRole('status')).toHaveText('Listening for events');
    await expectTrueCounts(world);
  },
);

/** The counters of all time say what the log holds. */
async function expectTrueCounts(world: World): Promise<void> {
  const totals = (await readTable(world, 'counts')).filter(({ period }) => period === 'all');
  const counted = totals.reduce((sum, { count }) => sum + Number(count), 0);
  expect(counted).toBe((await recordedIds(world)).length);
}

test('a database of a newer build is left as it is', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  await replaceDatabase(world, 990);
  const popup = await openPage(world, 'popup');
  await expect(popup.getByText(/written by a newer version/).first()).toBeVisible();
  expect(await readTable(world, 'events')).toEqual([{ seq: 1, id: 'kept' }]);
});

test('what a damaged database holds can be saved, and a new one begun', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  await replaceDatabase(world, 30);
  const popup = await openPage(world, 'popup');
  await expect(popup.getByText(DAMAGED, { exact: false }).first()).toBeVisible();

  const options = await openPage(world, 'options');
  const downloading = options.waitForEvent('download');
  await options.getByRole('button', { name: 'Save what can be read' }).click();
  const saved = await readFile(await (await downloading).path(), 'utf8');
  expect(JSON.parse(saved)).toEqual({ table: 'events', record: { seq: 1, id: 'kept' } });

  await options.getByRole('button', { name: 'Start anew' }).click();
  await options.getByRole('dialog').getByRole('button', { name: 'Start anew' }).click();
  await expect(options.getByRole('button', { name: 'Start anew' })).toBeHidden();

  const again = await openPopup(world);
  await signInAgain(again);
  await chooseFavorite(again, 'demo_streamer');
  await expectListening(again);
  const ids = await sendResubs(world.admin, 1);
  await expect.poll(() => listedIds(again)).toEqual(ids);
});
