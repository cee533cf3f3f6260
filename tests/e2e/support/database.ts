import { openDatabasePage, readTable as readRecords } from '../../../tools/browser/database.ts';
import type { World } from './fixtures.ts';
import { closePopup } from './steps.ts';
import { killWorker } from './worker.ts';

/** Reads the extension's database, or replaces it. */

/** Returns every record of a table. */
export async function readTable(
  { browser: { context, origin, page: first } }: World,
  table: string,
): Promise<Record<string, unknown>[]> {
  // To open a page takes much longer than to read.
  if (first.url().startsWith(origin)) return await readRecords(first, table);
  const page = await openDatabasePage(context, origin);
  const records = await readRecords(page, table);
  await page.close();
  return records;
}

/** Returns the ids of the stored events, oldest first. */
export async function storedIds(world: World): Promise<unknown[]> {
  return (await readTable(world, 'events')).map(({ id }) => id);
}

/** Returns the kinds of the stored events, oldest first. */
export async function storedKinds(world: World): Promise<unknown[]> {
  return (await readTable(world, 'events')).map(({ event_type }) => event_type);
}

/** Returns the number of events according to the counters of all time. */
export async function countedEvents(world: World): Promise<number> {
  return (await readTable(world, 'counts'))
    .filter(({ period }) => period === 'all')
    .reduce((sum, { count }) => sum + Number(count), 0);
}

/**
 * Replaces the extension's database by one of another version with a single event, as a damaged one
 * looks. Ends the worker and leaves the popup, which would keep the database open.
 */
export async function replaceDatabase(world: World, version: number): Promise<void> {
  const { context, origin } = world.browser;
  const page = await openDatabasePage(context, origin);
  await closePopup(world);
  await killWorker(world);
  await page.evaluate(async (version) => {
    const name = 'streamer-event-viewer';
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- all of this runs in the page
    const settled = (request: IDBOpenDBRequest) =>
      new Promise<IDBDatabase>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });
    await settled(indexedDB.deleteDatabase(name));
    const request = indexedDB.open(name, version);
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore('events', { keyPath: 'seq' }).add({ seq: 1, id: 'kept' });
    });
    (await settled(request)).close();
  }, version);
  await page.close();
}

/**
 * Limits what the extension may store. Only in a build without unlimited storage does Chromium obey;
 * it caches for half a minute how much room is free.
 */
export async function setQuota(
  { browser: { context, page, origin } }: World,
  bytes: number,
): Promise<void> {
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: bytes });
}

/** Stores that nobody listened to a streamer from one minute before now to another. */
export async function addGap(
  { browser: { context, origin } }: World,
  streamerId: string,
  [from, until]: readonly [from: number, until: number],
): Promise<void> {
  const page = await openDatabasePage(context, origin);
  const MINUTE = 60_000;
  const gap = {
    from: Date.now() - from * MINUTE,
    reason: 'not_running',
    ends: [[streamerId, Date.now() - until * MINUTE]],
  };
  await page.evaluate(async (record) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const opening = indexedDB.open('streamer-event-viewer');
    opening.addEventListener('success', () => {
      const transaction = opening.result.transaction('gaps', 'readwrite');
      transaction.objectStore('gaps').add(record);
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(transaction.error));
    });
    await promise;
    opening.result.close();
  }, gap);
  await page.close();
}
