import { describe, expect, it } from 'vitest';
import { currentAccount, storeAccount } from '@/lib/db/accounts';
import { type Problem, ProblemError } from '@/lib/domain/problem';
import { HOUR } from '@/lib/time';
import type { Validation } from '@/lib/twitch/auth/token';
import { anAccount } from '@/tests/support/builders/accounts';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { createFakeClock, START } from '@/tests/support/fakes/fake-clock';
import { createValidation } from './validate-token';

const VALIDATION: Validation = {
  clientId: 'client',
  userId: '200',
  login: 'demo_viewer',
  scopes: [],
  expiresInMs: 1000,
};

interface Given {
  /** Twitch's reply: the validation, or an error. */
  reply?: Validation | Error;
  now?: number;
  maxAgeMs?: number;
}

/** Validates the token of an account that was last validated at `START`. Returns what happened. */
async function validate({ reply = VALIDATION, now = START + HOUR, maxAgeMs = HOUR }: Given) {
  const db = freshDatabase();
  await storeAccount(db, anAccount({ validatedAt: START }));
  const validated: string[] = [];
  const ended: Problem[] = [];
  const validateCurrent = createValidation({
    db,
    validate: async (token) => {
      validated.push(token);
      if (reply instanceof Error) throw reply;
      return reply;
    },
    end: async (_account, problem) => void ended.push(problem),
    exclusively: async (run) => await run(),
    clock: createFakeClock(now),
  });
  await validateCurrent(maxAgeMs);
  return { validated, ended, account: await currentAccount(db) };
}

describe('createValidation', () => {
  it('stores the new scopes and times of a valid token', async () => {
    expect(await validate({ now: START + HOUR })).toEqual({
      validated: ['token-200'],
      ended: [],
      account: anAccount({
        scopes: [],
        expiresAt: START + HOUR + 1000,
        validatedAt: START + HOUR,
      }),
    });
  });

  it('stores no expiry for a token that never expires', async () => {
    const { account } = await validate({ reply: { ...VALIDATION, expiresInMs: null } });
    expect(account).toMatchObject({ scopes: [], expiresAt: null });
  });

  it.each([
    ['another Client ID', { clientId: 'other' }],
    ['another user', { userId: '201' }],
  ])('ends the account if the token belongs to %s', async (_owner, change) => {
    const { ended } = await validate({ reply: { ...VALIDATION, ...change } });
    expect(ended).toEqual(['wrong_client_id']);
  });

  it('ends the account if Twitch refuses the token', async () => {
    const { ended } = await validate({ reply: new ProblemError('signed_out_by_twitch') });
    expect(ended).toEqual(['signed_out_by_twitch']);
  });

  it.each([new ProblemError('twitch_down'), new ProblemError('offline'), new Error('?')])(
    'changes nothing after any other error: %s',
    async (error) => {
      const { validated, ended, account } = await validate({ reply: error });
      expect(validated).toEqual(['token-200']);
      expect(ended).toEqual([]);
      expect(account).toEqual(anAccount({ validatedAt: START }));
    },
  );

  it.each([
    { when: 'the last validation is as old as allowed', now: START + HOUR, maxAgeMs: HOUR },
    { when: 'no age is allowed', now: START, maxAgeMs: 0 },
    { when: 'the clock was set back', now: START - 3 * HOUR, maxAgeMs: HOUR },
    { when: 'the clock was set back and no age is allowed', now: START - 3 * HOUR, maxAgeMs: 0 },
  ])('validates when $when', async ({ now, maxAgeMs }) => {
    const { validated, account } = await validate({ now, maxAgeMs });
    expect(validated).toHaveLength(1);
    expect(account?.validatedAt).toBe(now);
  });

  it('does not validate again before that', async () => {
    const { validated, account } = await validate({ now: START + HOUR - 1, maxAgeMs: HOUR });
    expect(validated).toEqual([]);
    expect(account?.validatedAt).toBe(START);
  });
});
