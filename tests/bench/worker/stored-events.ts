import type { Page } from '@playwright/test';

/** An event that was found in the database. */
export interface SeenEvent {
  id: string;
  type: string;
  /** When the page read it, in milliseconds since 1970. */
  at: number;
}

/**
 * Reports every event that is stored from now on, as soon as a page of the extension can read it.
 * Dexie announces each commit to all contexts.
 */
export async function watchStoredEvents(
  page: Page,
  stored: (events: readonly SeenEvent[]) => void,
): Promise<void> {
  await page.exposeFunction('eventsStored', stored);
  await page.evaluate(async () => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- all of this runs in the page
    const settled = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });
    const db = await settled(indexedDB.open('streamer-event-viewer'));
    const events = () => db.transaction('events').objectStore('events');
    let last = Number((await settled(events().openKeyCursor(null, 'prev')))?.key ?? 0);
    let isReading = false;
    let isDue = false;
    async function read(): Promise<void> {
      isDue = true;
      if (isReading) return;
      isReading = true;
      while (isDue) {
        isDue = false;
        const found = await settled(events().getAll(IDBKeyRange.lowerBound(last, true)));
        const at = Date.now();
        last = found.at(-1)?.seq ?? last;
        const report = found.map(({ id, event_type }) => ({ id, type: event_type, at }));
        if (report.length > 0) void Reflect.get(window, 'eventsStored')(report);
      }
      isReading = false;
    }
    const commits = new BroadcastChannel('x-storagemutated-1');
    commits.addEventListener('message', () => void read());
    // Keeps the channel from being collected.
    Reflect.set(window, 'commits', commits);
  });
}
