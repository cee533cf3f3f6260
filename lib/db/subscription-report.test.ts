import { expect, it } from 'vitest';
import { freshDatabase } from '@/tests/support/fresh-database';
import { aReceivedType, aReceiving } from '@/tests/support/receiving';
import {
  readSubscriptionReport,
  storeSubscriptionReport,
  updateSubscription,
} from './subscription-report';

it('is nothing before anything was asked for', async () => {
  expect(await readSubscriptionReport(freshDatabase())).toBeNull();
});

it('keeps what became of each type', async () => {
  const db = freshDatabase();
  const types = [
    aReceivedType({ type: 'stream.online' }),
    aReceivedType({ type: 'channel.follow', state: 'needs_moderator' }),
  ];
  await storeSubscriptionReport(db, aReceiving({ types }));
  await updateSubscription(db, 'stream.online', {
    state: 'revoked',
    since: 9,
    reason: 'user_removed',
  });
  expect((await readSubscriptionReport(db))?.types).toMatchObject([
    { type: 'stream.online', state: 'revoked', since: 9, reason: 'user_removed' },
    { type: 'channel.follow', state: 'needs_moderator' },
  ]);
});

it('tells raids in one direction from those in the other', async () => {
  const db = freshDatabase();
  const types = [
    aReceivedType({ type: 'channel.raid', kinds: ['raid_out'] }),
    aReceivedType({ type: 'channel.raid', kinds: ['raid_in'], state: 'told_by_another' }),
  ];
  await storeSubscriptionReport(db, aReceiving({ types }));
  await updateSubscription(db, 'channel.raid', { state: 'refused', since: 9, reason: null });
  expect((await readSubscriptionReport(db))?.types).toMatchObject([
    { kinds: ['raid_out'], state: 'refused' },
    { kinds: ['raid_in'], state: 'told_by_another' },
  ]);
});
