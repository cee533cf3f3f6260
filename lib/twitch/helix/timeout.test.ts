import { expect, it, onTestFinished, vi } from 'vitest';
import { SECOND } from '@/lib/time';
import { fakeFetch, noAnswer } from '@/tests/support/fake-fetch';
import { aTwitchApi } from '@/tests/support/helix-request';
import { until } from '@/tests/support/until';
import { revokeToken, validateToken } from '../auth/auth';

it.each([
  ['a call of Helix', () => aTwitchApi().me()],
  ['asking about a token', () => validateToken('t0k3n')],
  ['taking a token back', () => revokeToken('c1', 't0k3n')],
])(
  '%s that is never answered ends after ten seconds, as without a network',
  async (_what, call) => {
    const waiting = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(waiting.signal);
    onTestFinished(() => timeout.mockRestore());
    const { requests } = fakeFetch(noAnswer);
    const ended = call().then(
      () => null,
      (error: unknown) => error,
    );
    await until(() => expect(requests).toHaveLength(1));
    expect(timeout.mock.calls).toEqual([[10 * SECOND]]);
    waiting.abort(new DOMException('The operation timed out.', 'TimeoutError'));
    expect(await ended).toMatchObject({ problem: 'offline' });
  },
);
