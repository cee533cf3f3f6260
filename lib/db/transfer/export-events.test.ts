import { describe, expect, it } from 'vitest';
import { MINUTE } from '@/lib/time';
import { aCheer } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { START } from '@/tests/support/fakes/fake-clock';
import type { Database } from '../database';
import { recordEvents } from '../history/events';
import { recordGaps } from '../history/gaps';
import { type ExportOptions, exportEvents } from './export-events';
import { allEvents } from './read-events';

const NEVER = new AbortController().signal;

async function logOf(count: number): Promise<Database> {
  const db = freshDatabase();
  await recordEvents(
    db,
    Array.from({ length: count }, (_, index) => aCheer({ id: `e${index + 1}` })),
  );
  return db;
}

async function written(db: Database, options: Partial<ExportOptions> = {}) {
  const progress: number[] = [];
  const file = await exportEvents(db, {
    format: 'json',
    events: allEvents(db, NEVER),
    now: START,
    onProgress: (count) => void progress.push(count),
    ...options,
  });
  const text = await file.text();
  return { type: file.type, text, lines: text.split('\n').slice(0, -1), progress };
}

describe('an export', () => {
  it('has a line for each event, in order of arrival, and says how far it is', async () => {
    const { lines, progress, type } = await written(await logOf(4_500));
    expect(lines).toHaveLength(4_501);
    expect(lines.slice(1).map((line) => JSON.parse(line).id)).toEqual(
      Array.from({ length: 4_500 }, (_, index) => `e${index + 1}`),
    );
    expect(progress).toEqual([2_000, 4_000, 4_500]);
    expect(type).toBe('application/x-ndjson');
  }, 20_000);

  it('as JSON says what it is, and has whole events without their place in this log', async () => {
    const { lines } = await written(await logOf(1));
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { format: 'streamer-event-viewer', version: 1, exported_at: new Date(START).toISOString() },
      aCheer({ id: 'e1' }),
    ]);
  });

  it('as CSV begins with the names of the columns', async () => {
    const { text, type } = await written(await logOf(2), { format: 'csv' });
    expect(text.split('\r\n').map((line) => line.slice(0, 5))).toEqual([
      'id,st',
      '"e1",',
      '"e2",',
      '',
    ]);
    expect(type).toBe('text/csv;charset=utf-8');
  });

  it('of an empty log is empty', async () => {
    expect((await written(freshDatabase())).lines).toHaveLength(1);
    expect((await written(freshDatabase(), { format: 'csv' })).text).toMatch(/^\uFEFF?id,.*\r\n$/);
  });

  it('has the gaps before the events, of everybody or of one streamer', async () => {
    const db = await logOf(1);
    const gap = (streamer_id: string) =>
      ({ streamer_id, from: START, until: START + MINUTE, reason: 'disconnected' }) as const;
    await recordGaps(db, [gap('100'), gap('101')]);
    const gapsOf = async (id: string | null) =>
      (await written(db, { gapsOf: id })).lines.slice(1, -1).map((line) => JSON.parse(line));
    expect(await gapsOf(null)).toEqual([{ gap: gap('100') }, { gap: gap('101') }]);
    expect(await gapsOf('101')).toEqual([{ gap: gap('101') }]);
  });

  it('ends when it is cancelled', async () => {
    const db = await logOf(2_500);
    const controller = new AbortController();
    const events = allEvents(db, controller.signal);
    const file = written(db, { events, onProgress: () => controller.abort() });
    await expect(file).rejects.toMatchObject({ name: 'AbortError' });
  }, 20_000);
});
