import { describe, expect, it } from 'vitest';
import { anAccount } from '@/tests/support/builders/accounts';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { currentAccount, forgetAccount, storeAccount } from './accounts';

describe('the signed-in account', () => {
  it('is the one stored last, until it is forgotten', async () => {
    const db = freshDatabase();
    expect(await currentAccount(db)).toBeNull();
    await storeAccount(db, anAccount({ id: '999' }));
    await storeAccount(db, anAccount({ id: '200' }));
    expect(await currentAccount(db)).toEqual(anAccount({ id: '200' }));
    expect(await db.accounts.count()).toBe(1);
    await forgetAccount(db);
    expect(await currentAccount(db)).toBeNull();
  });
});
