import { describe, expect, it } from 'vitest';
import { currentAccount, storeAccount } from '@/lib/db/accounts';
import type { AccountRecord } from '@/lib/db/database';
import { DEFAULT_RECORDING_OPTIONS } from '@/lib/domain/history/recording-options';
import { ProblemError } from '@/lib/domain/problem';
import { lastSignOutItem } from '@/lib/settings/last-sign-out';
import { DAY } from '@/lib/time';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { createFakeClock } from '@/tests/support/fakes/fake-clock';
import { createFakeLog } from '@/tests/support/fakes/fake-log';
import { createAccountManager } from './account-manager';

const START = createFakeClock().now();

const ACCOUNT: AccountRecord = {
  id: '200',
  login: 'demo_viewer',
  name: 'Demo_Viewer',
  avatarUrl: '',
  clientId: 'client',
  token: 'old',
  scopes: ['user:read:chat', 'user:read:follows'],
  expiresAt: START + 2 * DAY,
  validatedAt: START,
};
const RENEWED: AccountRecord = { ...ACCOUNT, token: 'new', expiresAt: START + 60 * DAY };

/** An account manager that has stored `account`. `renew` is Twitch's reply to a renewal. */
async function signedInWith(account: AccountRecord, renew: () => Promise<AccountRecord>) {
  const db = freshDatabase();
  await storeAccount(db, account);
  const clock = createFakeClock();
  const steps: string[] = [];
  const unexpected = async () => await Promise.reject(new Error('unexpected request'));
  const manager = createAccountManager({
    db,
    clock,
    log: createFakeLog(),
    readRecording: async () => DEFAULT_RECORDING_OPTIONS,
    tokens: {
      signIn: unexpected,
      validate: unexpected,
      renew: async () => {
        steps.push('requested');
        return await renew();
      },
      revoke: async (_clientId, token) => void steps.push(`revoked ${token}`),
    },
    signedIn: async () => void steps.push(`listens with ${(await currentAccount(db))?.token}`),
    lastSignOut: lastSignOutItem,
    signedOut: async () => void steps.push('signed out'),
    exclusively: async (run) => await run(),
  });
  return { db, clock, steps, manager };
}

describe('createRenewal', () => {
  it('listens with the new token, and revokes the old one when no session needs it', async () => {
    const { db, steps, manager } = await signedInWith(ACCOUNT, async () => RENEWED);
    await manager.renew();
    await manager.sessionOpened('old');
    expect(steps).toEqual(['requested', 'listens with new']);
    await manager.sessionOpened('new');
    expect(steps).toEqual(['requested', 'listens with new', 'revoked old']);
    expect(await currentAccount(db)).toEqual({ ...RENEWED, renewalTriedAt: START });
  });

  it.each<[string, Partial<AccountRecord>]>([
    ['the token never expires', { expiresAt: null }],
    ['the token is valid for another eight days', { expiresAt: START + 8 * DAY }],
    ['the last attempt was less than a day ago', { renewalTriedAt: START - DAY + 1 }],
  ])('does nothing if %s', async (_reason, change) => {
    const { steps, manager } = await signedInWith({ ...ACCOUNT, ...change }, async () => RENEWED);
    await manager.renew();
    expect(steps).toEqual([]);
  });

  it('tries once a day, and changes nothing if Twitch would have to show a page', async () => {
    const refused = async () => await Promise.reject(new ProblemError('cancelled'));
    const { db, clock, steps, manager } = await signedInWith(ACCOUNT, refused);
    await manager.renew();
    await manager.renew();
    expect(steps).toEqual(['requested']);
    expect(await currentAccount(db)).toEqual({ ...ACCOUNT, renewalTriedAt: START });
    await clock.advance(DAY);
    await manager.renew();
    expect(steps).toEqual(['requested', 'requested']);
  });

  it('tries again after the clock was set back by more than a day', async () => {
    const { steps, manager } = await signedInWith(
      { ...ACCOUNT, renewalTriedAt: START + 2 * DAY },
      async () => RENEWED,
    );
    await manager.renew();
    expect(steps).toContain('requested');
  });

  it.each<[string, Partial<AccountRecord>]>([
    ['of another user', { id: '201' }],
    ['of another Client ID', { clientId: 'other' }],
    ['with fewer scopes', { scopes: ['user:read:chat'] }],
  ])('revokes a new token %s, and changes nothing', async (_difference, change) => {
    const { db, steps, manager } = await signedInWith(ACCOUNT, async () => ({
      ...RENEWED,
      ...change,
    }));
    await manager.renew();
    expect(steps).toEqual(['requested', 'revoked new']);
    expect((await currentAccount(db))?.token).toBe('old');
  });

  it('revokes a new token that arrives after another user signed in', async () => {
    const otherAccount = { ...ACCOUNT, id: '201', token: 'other' };
    const { db, steps, manager } = await signedInWith(ACCOUNT, async () => {
      await storeAccount(db, otherAccount);
      return RENEWED;
    });
    await manager.renew();
    expect(steps).toEqual(['requested', 'revoked new']);
    expect(await currentAccount(db)).toEqual(otherAccount);
  });

  it('does not revoke the old token if Twitch returns it again', async () => {
    const sameToken = { ...RENEWED, token: 'old' };
    const { db, steps, manager } = await signedInWith(ACCOUNT, async () => sameToken);
    await manager.renew();
    expect(steps).toEqual(['requested', 'listens with old']);
    expect((await currentAccount(db))?.expiresAt).toBe(RENEWED.expiresAt);
  });

  it('sends one request when it is called twice at the same time', async () => {
    const { steps, manager } = await signedInWith(ACCOUNT, async () => RENEWED);
    await Promise.all([manager.renew(), manager.renew()]);
    expect(steps.filter((step) => step === 'requested')).toHaveLength(1);
  });
});
