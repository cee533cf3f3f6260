import type { AccountRecord, Database } from './database';

/** The account that is signed in, or `null`. Only the background may call this: it bears the token. */
export async function currentAccount(db: Database): Promise<AccountRecord | null> {
  return (await db.accounts.toCollection().first()) ?? null;
}

/** Makes `account` the one that is signed in. */
export async function storeAccount(db: Database, account: AccountRecord): Promise<void> {
  await db.transaction('rw', db.accounts, async () => {
    await db.accounts.clear();
    await db.accounts.put(account);
  });
}

/** Forgets who is signed in, token and all. */
export async function forgetAccount(db: Database): Promise<void> {
  await db.accounts.clear();
}
