import { expect, it } from 'vitest';
import { EVENT_KINDS, phaseOf } from './event-kind';

it('lists each kind once', () => {
  expect(new Set(EVENT_KINDS).size).toBe(EVENT_KINDS.length);
});

it('returns the phases in order', () => {
  const kinds = ['prediction_begin', 'prediction_progress', 'prediction_lock'] as const;
  expect([...kinds, 'prediction_end' as const].map(phaseOf)).toEqual([0, 1, 2, 3]);
});
