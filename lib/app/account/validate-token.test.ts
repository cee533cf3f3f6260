import { describe, expect, it } from 'vitest';
import { ProblemError } from '@/lib/domain/problem';
import { HOUR } from '@/lib/time';
import { anAccount } from '@/tests/support/accounts';
import { createFakeClock, START } from '@/tests/support/fake-clock';
import { validateAccountToken } from './validate-token';

const clock = createFakeClock(START + HOUR);
const VALIDATION = {
  clientId: 'client',
  userId: '200',
  login: 'demo_viewer',
  scopes: [],
  expiresInMs: 1000,
};

describe('validateAccount', () => {
  it('brings a good account up to date', async () => {
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

  it('knows a token that never ends', async () => {
    const validate = async () => ({ ...VALIDATION, expiresInMs: null });
    expect(await validateAccountToken(anAccount(), validate, clock)).toMatchObject({
      account: { expiresAt: null },
    });
  });

  it.each([
    ['another application', { clientId: 'theirs' }],
    ['another user', { userId: '201' }],
  ])('ends with a token of %s', async (_whose, change) => {
    const validate = async () => ({ ...VALIDATION, ...change });
    const check = await validateAccountToken(anAccount(), validate, clock);
    expect(check).toEqual({ state: 'ended', problem: 'wrong_client_id' });
  });

  it("ends with Twitch's own refusal, and with that alone", async () => {
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
