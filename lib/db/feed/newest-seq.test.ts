import { expect, it } from 'vitest';
import { DEFAULT_FILTER } from '@/lib/domain/filter/filter';
import { DEFAULT_MOMENTS } from '@/lib/domain/view/moments';
import { aCheer } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { createDatabase, type Database } from '../database';
import { recordEvents } from '../history/events';
import { readFeed } from './feed';
import { readHistory } from './history-page';

const READERS = {
  readFeed: async (db: Database) =>
    await readFeed(db, { streamerIds: ['100'], filterOf: () => DEFAULT_FILTER, limit: 5 }),
  readHistory: async (db: Database) =>
    await readHistory(db, {
      streamerId: '100',
      viewerId: null,
      moments: DEFAULT_MOMENTS,
      limit: 5,
    }),
};

it.each(Object.entries(READERS))(
  '%s returns no arrival number that is newer than the rows, whatever arrives meanwhile',
  async (_name, read) => {
    const db = freshDatabase();
    await recordEvents(db, [aCheer()]);
    const background = createDatabase(db.name);
    const ending = new AbortController();
    const writing = (async () => {
      while (!ending.signal.aborted) await recordEvents(background, [aCheer()]);
    })();
    for (let turn = 0; turn < 50; turn += 1) {
      const page = await read(db);
      expect(page?.newestSeq).toBeLessThanOrEqual(page?.rows[0]?.lastSeq ?? 0);
    }
    ending.abort();
    await writing;
    background.close();
  },
);
