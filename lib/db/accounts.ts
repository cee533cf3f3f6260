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

/**
 * Returns `next` with the tokens that it replaces: those of `before`, if that is the same user with
 * the same Client ID.
 */
export function withReplacedTokens(
  before: AccountRecord | null,
  next: AccountRecord,
): AccountRecord {
  if (before === null || !isSameSignIn(before, next)) return next;
  const replaced = [...(before.replacedTokens ?? []), before.token];
  const others = replaced.filter((token) => token !== next.token);
  return others.length === 0 ? next : { ...next, replacedTokens: others };
}

/** Returns true for two records of the same user and Client ID, whatever their tokens. */
export function isSameSignIn(one: AccountRecord, other: AccountRecord): boolean {
  return one.id === other.id && one.clientId === other.clientId;
}

/**
 * Forgets the replaced tokens of the signed-in account, apart from `inUse`, and returns the account
 * with those that it forgot; `null` if there are none.
 */
export async function takeReplacedTokens(
  db: Database,
  inUse: string,
): Promise<{ clientId: string; tokens: string[] } | null> {
  return await db.transaction('rw', db.accounts, async () => {
    const account = await currentAccount(db);
    if (account?.replacedTokens === undefined) return null;
    const { replacedTokens, ...others } = account;
    const tokens = replacedTokens.filter((token) => token !== inUse);
    const kept = replacedTokens.filter((token) => token === inUse);
    await storeAccount(db, { ...others, ...(kept.length > 0 && { replacedTokens: kept }) });
    return { clientId: account.clientId, tokens };
  });
}

/** Deletes the signed-in account and its token. */
export async function forgetAccount(db: Database): Promise<void> {
  await db.accounts.clear();
}
