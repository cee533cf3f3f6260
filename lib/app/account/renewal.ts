import type { AccountRecord } from '@/lib/db/database';
import { DAY } from '@/lib/time';

/** Twitch's tokens last some two months; a week has days enough for a browser that is seldom open. */
const DUE_BEFORE_END_MS = 7 * DAY;
const TRIED_EVERY_MS = DAY;

/** Whether an account's token ends soon and nobody tried to renew it within a day before `now`, in milliseconds since 1970. */
export function isRenewalDue(
  { expiresAt, renewalTriedAt }: Pick<AccountRecord, 'expiresAt' | 'renewalTriedAt'>,
  now: number,
): boolean {
  if (expiresAt === null || expiresAt - now > DUE_BEFORE_END_MS) return false;
  // A try that is yet to come was made before the clock was set back.
  return renewalTriedAt === undefined || Math.abs(now - renewalTriedAt) >= TRIED_EVERY_MS;
}

/** Whether `renewed` is of the same person and application, with nothing less granted. */
export function canReplace(account: AccountRecord, renewed: AccountRecord): boolean {
  const granted = new Set(renewed.scopes);
  return (
    renewed.id === account.id &&
    renewed.clientId === account.clientId &&
    account.scopes.every((scope) => granted.has(scope))
  );
}
