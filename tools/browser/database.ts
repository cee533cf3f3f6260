import type { BrowserContext, Page } from '@playwright/test';

/** Reads the extension's database from outside, with the browser's own API. */

/** An event as the extension stores it. */
export interface StoredEvent {
  seq: number;
  id: string;
  streamer_name: string;
  event_type: string;
  viewer_name: string | null;
  created_at: number;
}

/** The number of all events of one type from one streamer. */
export interface StoredCount {
  streamer: string;
  type: string;
  count: number;
}

/** Opens a page that can read the extension's database and runs nothing itself. */
export async function openDatabasePage(context: BrowserContext, origin: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin}/manifest.json`);
  return page;
}

/** Returns the records of a table, or only those with a key greater than `above`. */
export async function readTable(
  page: Page,
  table: string,
  above?: number,
): Promise<Record<string, unknown>[]> {
  return await page.evaluate(
    async ([name, key]) => {
      // oxlint-disable-next-line unicorn/consistent-function-scoping -- all of this runs in the page
      const settled = <Value>(request: IDBRequest<Value>) =>
        new Promise<Value>((resolve, reject) => {
          request.addEventListener('success', () => resolve(request.result));
          request.addEventListener('error', () => reject(request.error));
        });
      const db = await settled(indexedDB.open('streamer-event-viewer'));
      const range = key === undefined ? null : IDBKeyRange.lowerBound(key, true);
      const records = await settled(db.transaction(name).objectStore(name).getAll(range));
      db.close();
      return records;
    },
    [table, above] as const,
  );
}

/** Returns the events that were stored after the one with number `seq`, oldest first. */
export async function readEvents(page: Page, seq: number): Promise<StoredEvent[]> {
  // The extension wrote these records, so they have the shape of its types.
  return (await readTable(page, 'events', seq)) as unknown as StoredEvent[];
}

/** Returns the counters of all time, the highest first. */
export async function readCounts(page: Page): Promise<StoredCount[]> {
  const channels = await readTable(page, 'channels');
  const names = new Map(channels.map(({ id, name }) => [id, String(name)]));
  return (await readTable(page, 'counts'))
    .filter(({ period }) => period === 'all')
    .map(({ streamer_id, event_type, count }) => ({
      streamer: names.get(streamer_id) ?? String(streamer_id),
      type: String(event_type),
      count: Number(count),
    }))
    .toSorted((a, b) => b.count - a.count);
}
