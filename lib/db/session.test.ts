import { describe, expect, it } from 'vitest';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import {
  addSubscription,
  forgetSession,
  openSession,
  removeStaleSubscriptions,
  staleSubscriptions,
} from './session';

describe('the EventSub session', () => {
  it('leaves its subscriptions as stale until they are deleted', async () => {
    const db = freshDatabase();
    await openSession(db, 's1');
    await addSubscription(db, 'a');
    await addSubscription(db, 'b');
    expect(await staleSubscriptions(db)).toEqual([]);
    await openSession(db, 's2');
    await addSubscription(db, 'c');
    expect(await staleSubscriptions(db)).toEqual(['a', 'b']);
    await removeStaleSubscriptions(db, ['a']);
    await openSession(db, 's3');
    expect(await staleSubscriptions(db)).toEqual(['b', 'c']);
  });

  it('is forgotten with its stale subscriptions', async () => {
    const db = freshDatabase();
    await openSession(db, 's1');
    await addSubscription(db, 'a');
    await forgetSession(db);
    expect(await staleSubscriptions(db)).toEqual([]);
    await addSubscription(db, 'late');
    await openSession(db, 's2');
    expect(await staleSubscriptions(db)).toEqual([]);
  });
});
