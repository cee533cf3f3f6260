import { describe, expect, it, vi } from 'vitest';
import { currentAccount, storeAccount } from '@/lib/db/accounts';
import { ProblemError } from '@/lib/domain/problem';
import { HOUR } from '@/lib/time';
import { anAccount } from '@/tests/support/accounts';
import { createFakeClock, START } from '@/tests/support/fake-clock';
import { freshDatabase } from '@/tests/support/fresh-database';
import { createValidation, type ValidationOptions, validateAccountToken } from './validate-token';

const clock = createFakeClock(START + HOUR);
const VALIDATION = {
  clientId: 'client',
  userId: '200',
  login: 'demo_viewer',
  scopes: [],
  expiresInMs: 1000,
};

describe('validateAccountToken', () => {
  it('returns the account with new scopes and times if the token is valid', async () => {
    const check = await validateAccountToken(anAccount(), async () => VALIDATION, clock);
    expect(check).toEqual({
      state: 'good',
      account: anAccount({
        scopes: [],
        expiresAt: START + HOUR + 1000,
        validatedAt: START + HOUR,
      }),
    });
  });

  it('accepts a token that never expires', async () => {
    const validate = async () => ({ ...VALIDATION, expiresInMs: null });
    expect(await validateAccountToken(anAccount(), validate, clock)).toMatchObject({
      account: { expiresAt: null },
    });
  });

  it.each([
    ['another Client ID', { clientId: 'other' }],
    ['another user', { userId: '201' }],
  ])('ends the account if the token belongs to %s', async (_owner, change) => {
    const validate = async () => ({ ...VALIDATION, ...change });
    const check = await validateAccountToken(anAccount(), validate, clock);
    expect(check).toEqual({ state: 'ended', problem: 'wrong_client_id' });
  });

  it('ends the account if Twitch refuses the token, but not for any other error', async () => {
    const failing = (error: unknown) =>
      validateAccountToken(
        anAccount(),
        async () => {
          throw error;
        },
        clock,
      );
    expect(await failing(new ProblemError('signed_out_by_twitch'))).toEqual({
      state: 'ended',
      problem: 'signed_out_by_twitch',
    });
    for (const error of [
      new ProblemError('twitch_down'),
      new ProblemError('offline'),
      new Error('?'),
    ]) {
      expect(await failing(error)).toEqual({ state: 'unknown' });
    }
  });
});

describe('createValidation', () => {
  /** Runs a validation of an account that was last validated at `START`. Returns what happened. */
  async function validateAt(now: number, maxAgeMs: number) {
    const db = freshDatabase();
    await storeAccount(db, anAccount({ validatedAt: START }));
    const validate = vi.fn<ValidationOptions['validate']>(async () => VALIDATION);
    const validateCurrent = createValidation({
      db,
      validate,
      end: async () => {},
      exclusively: async (run) => await run(),
      clock: createFakeClock(now),
    });
    await validateCurrent(maxAgeMs);
    return { validations: validate.mock.calls.length, account: await currentAccount(db) };
  }

  it.each([
    { when: 'the last validation is as old as allowed', now: START + HOUR, maxAgeMs: HOUR },
    { when: 'no age is allowed', now: START, maxAgeMs: 0 },
    { when: 'the clock was set back', now: START - 3 * HOUR, maxAgeMs: HOUR },
    { when: 'the clock was set back and no age is allowed', now: START - 3 * HOUR, maxAgeMs: 0 },
  ])('validates when $when', async ({ now, maxAgeMs }) => {
    expect(await validateAt(now, maxAgeMs)).toMatchObject({
      validations: 1,
      account: { validatedAt: now },
    });
  });

  it('does not validate again before that', async () => {
    expect(await validateAt(START + HOUR - 1, HOUR)).toMatchObject({
      validations: 0,
      account: { validatedAt: START },
    });
  });
});
