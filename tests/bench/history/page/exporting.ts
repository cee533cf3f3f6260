import { eventsOf } from '@/lib/db/feed/log-events';
import { type ExportFormat, exportEvents } from '@/lib/db/transfer/export-events';
import { allEvents } from '@/lib/db/transfer/read-events';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { SeededLog } from './log-reading';

/** What an export took. */
export interface ExportFigures {
  /** Events a second. */
  speed: number;
  /** MB of the page's heap at its largest, above what it was before. */
  heap: number;
}

/** How much more memory the script uses, at its most. Only Chromium tells. */
function watchHeap() {
  const heap = () => (performance as { memory?: { usedJSHeapSize: number } }).memory;
  const size = () => (heap()?.usedJSHeapSize ?? 0) / 1e6;
  const before = size();
  let largest = before;
  return {
    look: () => {
      largest = Math.max(largest, size());
    },
    growth: () => largest - before,
  };
}

async function measured(
  { size }: SeededLog,
  run: (look: () => void) => Promise<unknown>,
): Promise<ExportFigures> {
  const heap = watchHeap();
  const start = performance.now();
  await run(heap.look);
  const seconds = (performance.now() - start) / 1000;
  return { speed: size / seconds, heap: heap.growth() };
}

/** Measures everything once, by what was done. */
export async function measureExports(log: SeededLog): Promise<Record<string, ExportFigures>> {
  const { db } = log;
  const { signal } = new AbortController();
  const exporting = (format: ExportFormat, events: AsyncIterable<readonly StoredEvent[]>) =>
    measured(log, (look) =>
      exportEvents(db, { format, events, now: Date.now(), onProgress: look }),
    );
  const view = eventsOf(db, { streamerId: null, viewerId: null, spans: [EVER] }, { signal });
  return {
    'reading alone': await measured(log, async (look) => {
      for await (const _events of allEvents(db, signal)) look();
    }),
    CSV: await exporting('csv', allEvents(db, signal)),
    'JSON lines': await exporting('json', allEvents(db, signal)),
    'CSV of a view': await exporting('csv', view),
  };
}

/** Leaves out nothing, but is a filter. */
const EVER = { from: 0, until: Date.UTC(2100, 0, 1) };
