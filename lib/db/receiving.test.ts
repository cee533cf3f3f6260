import { expect, it } from 'vitest';
import { freshDatabase } from '@/tests/support/fresh-database';
import { receiving, storeReceiving, updateType } from './receiving';

const type = { kinds: [], since: 1, reason: null };

it('is nothing before anything was asked for', async () => {
  expect(await receiving(freshDatabase())).toBeNull();
});

it('keeps what became of each type', async () => {
  const db = freshDatabase();
  await storeReceiving(db, {
    streamerId: '100',
    role: 'viewer',
    cost: 4,
    types: [
      { ...type, type: 'stream.online', state: 'waiting' },
      { ...type, type: 'channel.follow', state: 'needs_moderator' },
    ],
  });
  await updateType(db, 'stream.online', { state: 'revoked', since: 9, reason: 'user_removed' });
  expect((await receiving(db))?.types).toMatchObject([
    { type: 'stream.online', state: 'revoked', since: 9, reason: 'user_removed' },
    { type: 'channel.follow', state: 'needs_moderator' },
  ]);
});
