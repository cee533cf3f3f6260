import { expect, it } from 'vitest';
import { DEMO_STREAMER } from '@/tests/support/builders/accounts';
import { aSub } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { storeStreamer } from './channels';
import { recordEvents } from './history/events';
import { addSubscription, openSession } from './session';
import { readStorageStats } from './storage-stats';

it('counts the records of the database', async () => {
  const db = freshDatabase();
  await storeStreamer(db, DEMO_STREAMER);
  await recordEvents(db, [aSub(), aSub()]);
  await openSession(db, 'first');
  await addSubscription(db, 'a');
  await openSession(db, 'second');
  await addSubscription(db, 'b');
  await addSubscription(db, 'c');
  expect(await readStorageStats(db)).toEqual({
    version: db.verno,
    events: 2,
    streamers: 1,
    gaps: 0,
    subscriptions: 2,
    staleSubscriptions: 1,
  });
});

it('counts 0 in an empty database', async () => {
  const db = freshDatabase();
  await db.open();
  expect(await readStorageStats(db)).toMatchObject({
    events: 0,
    subscriptions: 0,
    staleSubscriptions: 0,
  });
});
