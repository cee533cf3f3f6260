import { expect, it } from 'vitest';
import { freshDatabase } from '@/tests/support/fresh-database';
import { aReceivedType, aReceiving } from '@/tests/support/receiving';
import { receiving, storeReceiving, updateType } from './receiving';

it('is nothing before anything was asked for', async () => {
  expect(await receiving(freshDatabase())).toBeNull();
});

it('keeps what became of each type', async () => {
  const db = freshDatabase();
  const types = [
    aReceivedType({ type: 'stream.online' }),
    aReceivedType({ type: 'channel.follow', state: 'needs_moderator' }),
  ];
  await storeReceiving(db, aReceiving({ types }));
  await updateType(db, 'stream.online', { state: 'revoked', since: 9, reason: 'user_removed' });
  expect((await receiving(db))?.types).toMatchObject([
    { type: 'stream.online', state: 'revoked', since: 9, reason: 'user_removed' },
    { type: 'channel.follow', state: 'needs_moderator' },
  ]);
});

it('tells raids in one direction from those in the other', async () => {
  const db = freshDatabase();
  const types = [
    aReceivedType({ key: 'out', type: 'channel.raid', kinds: ['raid_out'] }),
    aReceivedType({
      key: 'in',
      type: 'channel.raid',
      kinds: ['raid_in'],
      state: 'covered_by_other',
    }),
  ];
  await storeReceiving(db, aReceiving({ types }));
  await updateType(db, 'out', { state: 'refused', since: 9, reason: null });
  expect((await receiving(db))?.types).toMatchObject([
    { kinds: ['raid_out'], state: 'refused' },
    { kinds: ['raid_in'], state: 'covered_by_other' },
  ]);
});

it('updates one of two subscriptions of a type and leaves the other', async () => {
  const db = freshDatabase();
  const types = [
    aReceivedType({ key: 'out', type: 'channel.raid', kinds: ['raid_out'] }),
    aReceivedType({ key: 'in', type: 'channel.raid', kinds: ['raid_in'] }),
  ];
  await storeReceiving(db, aReceiving({ types }));
  await updateType(db, 'in', { state: 'revoked', since: 9, reason: 'user_removed' });
  const [raidOut, raidIn] = (await receiving(db))?.types ?? [];
  expect(raidOut).toEqual(types[0]);
  expect(raidIn).toEqual({ ...types[1], state: 'revoked', since: 9, reason: 'user_removed' });
});

it('changes nothing for a key that is not listed', async () => {
  const db = freshDatabase();
  const stored = aReceiving();
  await storeReceiving(db, stored);
  await updateType(db, 'channel.brand_new', { state: 'revoked', since: 9, reason: null });
  expect(await receiving(db)).toMatchObject(stored);
});
