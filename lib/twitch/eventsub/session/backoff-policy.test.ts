import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '@/lib/time';
import { START } from '@/tests/support/fake-clock';
import { isDelaying, retryDelay } from './backoff-policy';

describe('a pause of an earlier session', () => {
  it.each([
    ['soon', 2 * MINUTE],
    ['calmly', 5 * MINUTE],
    ['seldom', HOUR],
  ] as const)('that began %s goes on until it is over', (pace, longestMs) => {
    expect(retryDelay(20, pace, 1)).toBe(longestMs);
    const pausing = (retryAt: number) => isDelaying({ problem: 'offline', pace, retryAt }, START);
    expect(pausing(START - 1)).toBe(false);
    expect(pausing(START)).toBe(false);
    expect(pausing(START + 1)).toBe(true);
    expect(pausing(START + longestMs)).toBe(true);
    // The clock was set back since.
    expect(pausing(START + longestMs + 1)).toBe(false);
  });
});
