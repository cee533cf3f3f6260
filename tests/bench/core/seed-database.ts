import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext } from '@playwright/test';
import { openDatabasePage } from '../../../tools/browser/database.ts';

/** What to fill the database with. */
export interface Seed {
  streamerId: string;
  streamerName: string;
  /** The number of events. */
  events: number;
  /** The days before now over which the events are spread evenly. */
  days: number;
}

/** Nothing is deleted: the background would begin with that while the history is still written. */
const SETTINGS = { retention: { days: null, events: null, makeRoom: false } };

/**
 * Adds a long history to the database of the extension, as `recordEvents` would have stored it: in
 * order of time until now, with their counters by day and in all. Each event is a row of its own and
 * of one of three kinds, in turn: a resub, a cheer and a raid. Written without Dexie and in large
 * transactions, a million events take about two minutes. The database must exist,
 * and the service worker must run: retention is switched off.
 */
export async function seedDatabase(
  context: BrowserContext,
  origin: string,
  seed: Seed,
): Promise<void> {
  const [worker] = context.serviceWorkers();
  if (worker === undefined) throw new Error('The service worker does not run.');
  await worker.evaluate(`chrome.storage.sync.set({ settings: ${JSON.stringify(SETTINGS)} })`);
  const page = await openDatabasePage(context, origin);
  try {
    await page.evaluate(writeSeed, { ...seed, now: Date.now() });
  } finally {
    await page.close();
  }
}

/** Runs in the page. */
async function writeSeed({ streamerId, streamerName, events, days, now }: Seed & { now: number }) {
  const BATCH = 10_000;
  const DAY = 86_400_000;
  const KINDS = [
    {
      event_type: 'resub',
      source_type: 'channel.chat.notification',
      detail: {
        message: 'still here',
        gifter: null,
        isGifterAnonymous: false,
        tier: '1000',
        isPrime: false,
        isGift: false,
        cumulativeMonths: 6,
        streakMonths: null,
        durationMonths: 1,
      },
    },
    {
      event_type: 'cheer',
      source_type: 'channel.chat.message',
      detail: { message: 'Cheer100 well played', bits: 100 },
    },
    { event_type: 'raid_in', source_type: 'channel.raid', detail: { viewers: 42 } },
  ] as const;

  const settled = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    });

  function eventOf(number: number) {
    const kind = KINDS[number % KINDS.length] ?? KINDS[0];
    const created_at = now - Math.round((days * DAY * (events - number)) / events);
    return {
      id: `seed-${number}`,
      streamer_id: streamerId,
      streamer_name: streamerName,
      event_type: kind.event_type,
      source_type: kind.source_type,
      detail: kind.detail,
      viewer_id: `${number % 5000}`,
      viewer_login: `viewer_${number % 5000}`,
      viewer_name: `Viewer_${number % 5000}`,
      created_at,
      row_at: created_at,
    };
  }

  const db = await settled(indexedDB.open('streamer-event-viewer'));

  async function write(table: string, records: readonly object[]): Promise<void> {
    const transaction = db.transaction(table, 'readwrite', { durability: 'relaxed' });
    const store = transaction.objectStore(table);
    for (const record of records) store.put(record);
    await new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(transaction.error));
    });
  }

  const counts = new Map<string, { event_type: string; period: string; count: number }>();
  function count(event_type: string, period: string): void {
    const key = `${event_type} ${period}`;
    const counter = counts.get(key) ?? { event_type, period, count: 0 };
    counter.count += 1;
    counts.set(key, counter);
  }

  for (let first = 1; first <= events; first += BATCH) {
    const size = Math.min(BATCH, events - first + 1);
    const batch = Array.from({ length: size }, (_, index) => eventOf(first + index));
    for (const { event_type, created_at } of batch) {
      count(event_type, 'all');
      count(event_type, new Date(created_at).toISOString().slice(0, 10));
    }
    await write('events', batch);
  }
  await write(
    'counts',
    [...counts.values()].map((counter) => ({ streamer_id: streamerId, ...counter })),
  );
  db.close();
}

const POLL_MS = 1000;

/** Waits until the background has taken all events into the index: it begins with that by itself. */
export async function untilIndexed(context: BrowserContext, origin: string): Promise<void> {
  const page = await openDatabasePage(context, origin);
  try {
    while (!(await page.evaluate(isIndexed))) await wait(POLL_MS);
  } finally {
    await page.close();
  }
}

/** Runs in the page. */
async function isIndexed(): Promise<boolean> {
  const settled = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    });
  const db = await settled(indexedDB.open('streamer-event-viewer'));
  const transaction = db.transaction(['events', 'log_index']);
  const [newest, index] = await Promise.all([
    settled(transaction.objectStore('events').openKeyCursor(null, 'prev')),
    settled<{ upTo: number } | undefined>(transaction.objectStore('log_index').get('log')),
  ]);
  db.close();
  return newest === null || newest.primaryKey === index?.upTo;
}
