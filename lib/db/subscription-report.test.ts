import { expect, it } from 'vitest';
import {
  aReportedSubscription,
  aSubscriptionReport,
} from '@/tests/support/builders/subscription-report';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import {
  deleteSubscriptionReport,
  keepSubscriptionReports,
  readAllSubscriptionReports,
  readSubscriptionReport,
  replaceSubscriptionReport,
  storeSubscriptionReport,
  updateReportedSubscription,
} from './subscription-report';

it('returns null before a report is stored', async () => {
  expect(await readSubscriptionReport(freshDatabase(), '100')).toBeNull();
});

it('stores the state of each type', async () => {
  const db = freshDatabase();
  const types = [
    aReportedSubscription({ type: 'stream.online' }),
    aReportedSubscription({ type: 'channel.follow', state: 'needs_moderator' }),
  ];
  await storeSubscriptionReport(db, aSubscriptionReport({ types }));
  await updateReportedSubscription(db, '100', 'stream.online', {
    state: 'revoked',
    since: 9,
    reason: 'user_removed',
  });
  expect((await readSubscriptionReport(db, '100'))?.types).toMatchObject([
    { type: 'stream.online', state: 'revoked', since: 9, reason: 'user_removed' },
    { type: 'channel.follow', state: 'needs_moderator' },
  ]);
});

it('keeps raids of the two directions apart', async () => {
  const db = freshDatabase();
  const types = [
    aReportedSubscription({ key: 'out', type: 'channel.raid', kinds: ['raid_out'] }),
    aReportedSubscription({
      key: 'in',
      type: 'channel.raid',
      kinds: ['raid_in'],
      state: 'covered_by_other',
    }),
  ];
  await storeSubscriptionReport(db, aSubscriptionReport({ types }));
  await updateReportedSubscription(db, '100', 'out', { state: 'refused', since: 9, reason: null });
  expect((await readSubscriptionReport(db, '100'))?.types).toMatchObject([
    { kinds: ['raid_out'], state: 'refused' },
    { kinds: ['raid_in'], state: 'covered_by_other' },
  ]);
});

it('updates one of two subscriptions of a type and leaves the other', async () => {
  const db = freshDatabase();
  const types = [
    aReportedSubscription({ key: 'out', type: 'channel.raid', kinds: ['raid_out'] }),
    aReportedSubscription({ key: 'in', type: 'channel.raid', kinds: ['raid_in'] }),
  ];
  await storeSubscriptionReport(db, aSubscriptionReport({ types }));
  await updateReportedSubscription(db, '100', 'in', {
    state: 'revoked',
    since: 9,
    reason: 'user_removed',
  });
  const [raidOut, raidIn] = (await readSubscriptionReport(db, '100'))?.types ?? [];
  expect(raidOut).toEqual(types[0]);
  expect(raidIn).toEqual({ ...types[1], state: 'revoked', since: 9, reason: 'user_removed' });
});

it('changes nothing for a key that is not listed', async () => {
  const db = freshDatabase();
  const stored = aSubscriptionReport();
  await storeSubscriptionReport(db, stored);
  await updateReportedSubscription(db, '100', 'channel.brand_new', {
    state: 'revoked',
    since: 9,
    reason: null,
  });
  expect(await readSubscriptionReport(db, '100')).toMatchObject(stored);
});

it('keeps one report for each streamer until it is deleted', async () => {
  const db = freshDatabase();
  const reports = ['100', '101'].map((streamerId) => aSubscriptionReport({ streamerId }));
  for (const report of reports) await storeSubscriptionReport(db, report);
  await replaceSubscriptionReport(db, '101', (before) => ({
    ...aSubscriptionReport(before ?? {}),
    role: 'moderator',
  }));
  expect(await readSubscriptionReport(db, '100')).toMatchObject({ role: 'viewer' });
  expect(await readSubscriptionReport(db, '101')).toMatchObject({
    streamerId: '101',
    role: 'moderator',
  });
  await deleteSubscriptionReport(db, '100');
  expect(await readSubscriptionReport(db, '100')).toBeNull();
  expect(await readSubscriptionReport(db, '101')).not.toBeNull();
});

it('keeps only the reports of some streamers', async () => {
  const db = freshDatabase();
  for (const streamerId of ['100', '101', '102']) {
    await storeSubscriptionReport(db, aSubscriptionReport({ streamerId }));
  }
  await keepSubscriptionReports(db, ['101', '7']);
  expect(await db.receiving.toCollection().primaryKeys()).toEqual(['101']);
  expect((await readAllSubscriptionReports(db)).map(({ streamerId }) => streamerId)).toEqual([
    '101',
  ]);
  await keepSubscriptionReports(db, []);
  expect(await db.receiving.count()).toBe(0);
});
