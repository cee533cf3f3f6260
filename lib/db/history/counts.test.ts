import { describe, expect, it } from 'vitest';
import { DEMO_STREAMER } from '@/tests/support/builders/accounts';
import { aCheer, aSub } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { storeStreamer } from '../channels';
import { countsByStreamer } from './counts';
import { recordEvents } from './events';

describe('countsByStreamer', () => {
  it('returns the counts by streamer and type, highest first', async () => {
    const db = freshDatabase();
    await storeStreamer(db, DEMO_STREAMER);
    await recordEvents(db, [aSub({ streamer_id: '101', streamer_name: 'Imported' })]);
    await recordEvents(db, [aSub(), aCheer(), aCheer({ created_at: 0 })]);
    expect(await countsByStreamer(db)).toEqual([
      {
        streamerId: '100',
        streamerName: 'Demo_Streamer',
        total: 3,
        byType: [
          { type: 'cheer', count: 2 },
          { type: 'sub', count: 1 },
        ],
      },
      {
        streamerId: '101',
        streamerName: 'Imported',
        total: 1,
        byType: [{ type: 'sub', count: 1 }],
      },
    ]);
  });

  it('is empty for an empty log', async () => {
    expect(await countsByStreamer(freshDatabase())).toEqual([]);
  });
});
