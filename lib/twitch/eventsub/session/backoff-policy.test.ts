import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '@/lib/time';
import { START } from '@/tests/support/fakes/fake-clock';
import { isDelaying, retryDelay } from './backoff-policy';

describe('isDelaying', () => {
  it.each([
    ['soon', 2 * MINUTE],
    ['calmly', 5 * MINUTE],
    ['seldom', HOUR],
  ] as const)('is true until a delay with the pace "%s" is over', (pace, longestMs) => {
    expect(retryDelay(20, pace, 1)).toBe(longestMs);
    const isDelayingUntil = (retryAt: number) =>
      isDelaying({ problem: 'offline', pace, retryAt }, START);
    expect(isDelayingUntil(START - 1)).toBe(false);
    expect(isDelayingUntil(START)).toBe(false);
    expect(isDelayingUntil(START + 1)).toBe(true);
    expect(isDelayingUntil(START + longestMs)).toBe(true);
    // The clock was set back since.
    expect(isDelayingUntil(START + longestMs + 1)).toBe(false);
  });
});
