import { createRecorder } from '@/lib/app/history/recorder';
import { createDatabase, type Database } from '@/lib/db/database';
import { recordEvents } from '@/lib/db/history/events';
import type { StreamEvent } from '@/lib/domain/event/event';
import { consoleLog } from '@/lib/log';
import { systemClock } from '@/lib/time';
import { eventOfFrame, recordedFrames } from './events';
import { withRawDatabase } from './raw-database';

/** The number of frames that wait together, and of records in one transaction. */
const BATCH = 50;
/** The number of events that are recorded one by one. */
const SINGLE = 200;

/** The time that each way took, in milliseconds. */
export interface IngestTimes {
  /** From the text of frames to the commit, in batches. */
  frames: number;
  /** The same events without parsing. */
  recorded: number;
  /** The same records with Dexie's `bulkAdd`. */
  dexie: number;
  /** The same records with the browser's `put`. */
  raw: number;
  /** The same records and those of the counters with the browser's `put`. */
  rawWithCounters: number;
  /** Events recorded one by one. */
  single: number;
  /** The same records with one `put` in a transaction of its own. */
  rawSingle: number;
  /** The same records with Dexie's `add`. */
  dexieSingle: number;
}

let databases = 0;

/** Calls `run` with an empty database of the extension. */
async function withDatabase<Result>(run: (db: Database) => Promise<Result>): Promise<Result> {
  databases += 1;
  const db = createDatabase(`bench-ingest-${databases}`);
  await db.open();
  try {
    return await run(db);
  } finally {
    await db.delete();
  }
}

async function timeOf(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function batchesOf<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

async function recordFrames(db: Database, frames: readonly string[]): Promise<void> {
  const recorder = createRecorder({
    write: (events) => recordEvents(db, events),
    subscribers: [],
    failed: (error) => {
      throw error;
    },
    clock: systemClock,
    log: consoleLog,
  });
  for (const batch of batchesOf(frames, BATCH)) {
    for (const text of batch) {
      const event = eventOfFrame(text);
      if (event !== null) recorder.record(event);
    }
    await recorder.flush();
  }
}

async function recordInBatches(db: Database, events: readonly StreamEvent[], size: number) {
  for (const batch of batchesOf(events, size)) await recordEvents(db, batch);
}

/** Returns what recording these events leaves in the database, without arrival numbers. */
async function recordsOf(events: readonly StreamEvent[]) {
  return await withDatabase(async (db) => {
    await recordInBatches(db, events, BATCH);
    const records = await db.events.toArray();
    return records.map(({ seq: _seq, ...record }) => record);
  });
}

/** Prepares a run with so many frames. Returns a function that measures each way once. */
export async function prepareIngest(count: number): Promise<() => Promise<IngestTimes>> {
  const frames = recordedFrames(count, 1);
  const events = frames.flatMap((text) => eventOfFrame(text) ?? []);
  const records = await recordsOf(events);
  const raw = (options: { size: number; withCounters?: boolean; count?: number }) =>
    withRawDatabase(async (db) =>
      timeOf(async () => {
        const written = records.slice(0, options.count);
        for (const batch of batchesOf(written, options.size)) await db.put(batch, options);
      }),
    );
  const product = (run: (db: Database) => Promise<unknown>) =>
    withDatabase(async (db) => timeOf(() => run(db)));
  const few = events.slice(0, SINGLE);
  const perRun = { count: SINGLE, size: 1 };
  return async () => ({
    raw: await raw({ size: BATCH }),
    frames: await product((db) => recordFrames(db, frames)),
    rawWithCounters: await raw({ size: BATCH, withCounters: true }),
    dexie: await product(async (db) => {
      for (const batch of batchesOf(records, BATCH)) await db.events.bulkAdd(batch);
    }),
    recorded: await product((db) => recordInBatches(db, events, BATCH)),
    rawSingle: await raw(perRun),
    single: await product((db) => recordInBatches(db, few, 1)),
    dexieSingle: await product(async (db) => {
      for (const record of records.slice(0, SINGLE)) await db.events.add(record);
    }),
  });
}
