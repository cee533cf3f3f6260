import type { AccountRecord, Database } from './database';

/**
 * Returns the signed-in account, or `null`. Only the background may call this, because the record
 * contains the token, see docs/adr/0003-token-in-indexeddb.md.
 */
export async function currentAccount(db: Database): Promise<AccountRecord | null> {
  return (await db.accounts.toCollection().first()) ?? null;
}

/** Makes `account` the signed-in account. */
export async function storeAccount(db: Database, account: AccountRecord): Promise<void> {
  await db.transaction('rw', db.accounts, async () => {
    await db.accounts.clear();
    await db.accounts.put(account);
  });
}

/** Deletes the signed-in account and its token. */
export async function forgetAccount(db: Database): Promise<void> {
  await db.accounts.clear();
}
