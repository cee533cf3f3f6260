import { describe, expect, it } from 'vitest';
import { currentAccount, storeAccount } from '@/lib/db/accounts';
import type { AccountRecord } from '@/lib/db/database';
import { DEFAULT_RECORDING_OPTIONS } from '@/lib/domain/history/recording-options';
import { ProblemError } from '@/lib/domain/problem';
import { DAY } from '@/lib/time';
import { createFakeClock } from '@/tests/support/fake-clock';
import { createFakeLog } from '@/tests/support/fake-log';
import { freshDatabase } from '@/tests/support/fresh-database';
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

/** Signs in with `account`; `renew` is the answer of Twitch to a renewal. */
async function keep(account: AccountRecord, renew: () => Promise<AccountRecord>) {
  const db = freshDatabase();
  await storeAccount(db, account);
  const clock = createFakeClock();
  const happened: string[] = [];
  const never = async () => await Promise.reject(new Error('not to be asked'));
  const keeper = createAccountManager({
    db,
    clock,
    log: createFakeLog(),
    readRecording: async () => DEFAULT_RECORDING_OPTIONS,
    tokens: {
      signIn: never,
      validate: never,
      renew: async () => {
        happened.push('asked');
        return await renew();
      },
      revoke: async (_clientId, token) => void happened.push(`revoked ${token}`),
    },
    signedIn: async () => void happened.push(`listens with ${(await currentAccount(db))?.token}`),
    signedOut: () => void happened.push('signed out'),
    exclusively: async (run) => await run(),
  });
  return { db, clock, happened, keeper };
}

describe('a renewal without a window', () => {
  it('is stored before the old token is revoked', async () => {
    const { db, happened, keeper } = await keep(ACCOUNT, async () => RENEWED);
    await keeper.renew();
    expect(happened).toEqual(['asked', 'listens with new', 'revoked old']);
    expect(await currentAccount(db)).toEqual({ ...RENEWED, renewalTriedAt: START });
  });

  it.each<[string, Partial<AccountRecord>]>([
    ['never ends', { expiresAt: null }],
    ['lasts another eight days', { expiresAt: START + 8 * DAY }],
    ['was tried to be renewed within the last day', { renewalTriedAt: START - DAY + 1 }],
  ])('does not happen if the token %s', async (_why, change) => {
    const { happened, keeper } = await keep({ ...ACCOUNT, ...change }, async () => RENEWED);
    await keeper.renew();
    expect(happened).toEqual([]);
  });

  it('is tried once a day, and changes nothing if Twitch would have to show a page', async () => {
    const refused = async () => await Promise.reject(new ProblemError('cancelled'));
    const { db, clock, happened, keeper } = await keep(ACCOUNT, refused);
    await keeper.renew();
    await keeper.renew();
    expect(happened).toEqual(['asked']);
    expect(await currentAccount(db)).toEqual({ ...ACCOUNT, renewalTriedAt: START });
    await clock.advance(DAY);
    await keeper.renew();
    expect(happened).toEqual(['asked', 'asked']);
  });

  it('is tried again after the clock was set back by more than a day', async () => {
    const { happened, keeper } = await keep(
      { ...ACCOUNT, renewalTriedAt: START + 2 * DAY },
      async () => RENEWED,
    );
    await keeper.renew();
    expect(happened).toContain('asked');
  });

  it.each<[string, Partial<AccountRecord>]>([
    ['with another user', { id: '201' }],
    ['with another Client ID', { clientId: 'other' }],
    ['with fewer scopes', { scopes: ['user:read:chat'] }],
  ])('%s is revoked, and changes nothing', async (_what, change) => {
    const { db, happened, keeper } = await keep(ACCOUNT, async () => ({ ...RENEWED, ...change }));
    await keeper.renew();
    expect(happened).toEqual(['asked', 'revoked new']);
    expect((await currentAccount(db))?.token).toBe('old');
  });

  it('that arrives after another user signed in is revoked', async () => {
    const other = { ...ACCOUNT, id: '201', token: 'theirs' };
    const { db, happened, keeper } = await keep(ACCOUNT, async () => {
      await storeAccount(db, other);
      return RENEWED;
    });
    await keeper.renew();
    expect(happened).toEqual(['asked', 'revoked new']);
    expect(await currentAccount(db)).toEqual(other);
  });

  it('does not revoke the old token if Twitch returns it again', async () => {
    const again = { ...RENEWED, token: 'old' };
    const { db, happened, keeper } = await keep(ACCOUNT, async () => again);
    await keeper.renew();
    expect(happened).toEqual(['asked', 'listens with old']);
    expect((await currentAccount(db))?.expiresAt).toBe(RENEWED.expiresAt);
  });

  it('is requested once when it is called twice at the same time', async () => {
    const { happened, keeper } = await keep(ACCOUNT, async () => RENEWED);
    await Promise.all([keeper.renew(), keeper.renew()]);
    expect(happened.filter((step) => step === 'asked')).toHaveLength(1);
  });
});
