import { takeReplacedTokens } from '@/lib/db/accounts';
import type { AccountRecord, Database } from '@/lib/db/database';
import type { Log } from '@/lib/log';

/** Dependencies of {@link createRevocation}. */
export interface RevocationOptions {
  db: Database;
  revoke(clientId: string, token: string): Promise<void>;
  log: Log;
}

/** Revokes tokens that are no longer used. Never throws: they will expire anyway. */
export interface Revocation {
  /** Revokes the token of an account, and those that it has replaced. */
  revokeAllOf(account: AccountRecord): Promise<void>;
  /**
   * Called when a session begins that needs no other token than this one: revokes the tokens that it
   * has replaced. Not earlier, because Twitch ends the subscriptions of a token that is revoked.
   */
  sessionOpened(token: string): Promise<void>;
}

/** Creates the part of the account manager that revokes tokens. */
export function createRevocation({ db, revoke, log }: RevocationOptions): Revocation {
  async function revokeAll(clientId: string, tokens: readonly string[]): Promise<void> {
    for (const token of tokens) {
      await revoke(clientId, token).catch((error) => log.warn('a token was not revoked', error));
    }
  }

  return {
    revokeAllOf: async ({ clientId, token, replacedTokens = [] }) =>
      await revokeAll(clientId, [token, ...replacedTokens]),
    sessionOpened: async (token) => {
      try {
        const replaced = await takeReplacedTokens(db, token);
        if (replaced !== null) await revokeAll(replaced.clientId, replaced.tokens);
      } catch (error) {
        log.warn('replaced tokens were not revoked', error);
      }
    },
  };
}
