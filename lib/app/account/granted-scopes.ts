import { currentAccount } from '@/lib/db/accounts';
import type { Database } from '@/lib/db/database';

/** Returns the scopes that the user has granted: none while nobody is signed in. */
export async function grantedScopes(db: Database): Promise<string[]> {
  return (await currentAccount(db))?.scopes ?? [];
}
