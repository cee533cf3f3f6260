import type { BrowserContext, Page } from '@playwright/test';

/** An event as the extension has stored it. */
export interface LoggedEvent {
  seq: number;
  id: string;
  streamer_name: string;
  event_type: string;
  viewer_name: string | null;
  created_at: number;
}

/** A counter, by streamer and type, of all time. */
export interface LoggedCount {
  streamer: string;
  type: string;
  count: number;
}

/** Opens a page from which the extension's database can be read, and on which nothing runs. */
export async function openLog(context: BrowserContext, origin: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin}/manifest.json`);
  return page;
}

/** Every record of a table whose key is greater than `above`, read with the browser's own API. */
export async function readTable(
  log: Page,
  table: string,
  above?: number,
): Promise<Record<string, unknown>[]> {
  return await log.evaluate(
    async ([name, key]) => {
      // oxlint-disable-next-line unicorn/consistent-function-scoping -- all of this runs in the page
      const settled = <Value>(request: IDBRequest<Value>) =>
        new Promise<Value>((done, failed) => {
          request.addEventListener('success', () => done(request.result));
          request.addEventListener('error', () => failed(request.error));
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

/** Every event that arrived after the one numbered `seq`, in order of arrival. */
export async function readEvents(log: Page, seq: number): Promise<LoggedEvent[]> {
  // The database is the extension's own; its shape is what its types say.
  return (await readTable(log, 'events', seq)) as unknown as LoggedEvent[];
}

/** The counters of all time, most events first. */
export async function readCounts(log: Page): Promise<LoggedCount[]> {
  const channels = await readTable(log, 'channels');
  const names = new Map(channels.map(({ id, name }) => [id, String(name)]));
  return (await readTable(log, 'counts'))
    .filter(({ period }) => period === 'all')
    .map(({ streamer_id, event_type, count }) => ({
      streamer: names.get(streamer_id) ?? String(streamer_id),
      type: String(event_type),
      count: Number(count),
    }))
    .toSorted((a, b) => b.count - a.count);
}
