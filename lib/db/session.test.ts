import { describe, expect, it } from 'vitest';
import { freshDatabase } from '@/tests/support/fresh-database';
import {
  addSubscription,
  forgetLeftover,
  forgetSession,
  leftoverSubscriptions,
  openSession,
} from './session';

describe('the EventSub session', () => {
  it("leaves its subscriptions as the next one's leftovers, until they are deleted", async () => {
    const db = freshDatabase();
    await openSession(db, 's1');
    await addSubscription(db, 'a');
    await addSubscription(db, 'b');
    expect(await leftoverSubscriptions(db)).toEqual([]);
    await openSession(db, 's2');
    await addSubscription(db, 'c');
    expect(await leftoverSubscriptions(db)).toEqual(['a', 'b']);
    await forgetLeftover(db, 'a');
    await openSession(db, 's3');
    expect(await leftoverSubscriptions(db)).toEqual(['b', 'c']);
  });

  it('is forgotten with all it left', async () => {
    const db = freshDatabase();
    await openSession(db, 's1');
    await addSubscription(db, 'a');
    await forgetSession(db);
    expect(await leftoverSubscriptions(db)).toEqual([]);
    await addSubscription(db, 'late');
    await openSession(db, 's2');
    expect(await leftoverSubscriptions(db)).toEqual([]);
  });
});
