import { expect, it } from 'vitest';
import { EVENT_KINDS, isRecordedByDefault, KIND_GROUPS, phaseOf } from './event-kind';

it('names each kind once', () => {
  expect(new Set(EVENT_KINDS).size).toBe(EVENT_KINDS.length);
});

it('records by default all but moderation, redemptions and what happened in other channels', () => {
  const off = EVENT_KINDS.filter((kind) => !isRecordedByDefault(kind));
  expect(off.toSorted()).toEqual(
    [...KIND_GROUPS.moderation, 'redemption', 'shared_chat'].toSorted(),
  );
});

it('knows the order of phases', () => {
  const kinds = ['prediction_begin', 'prediction_progress', 'prediction_lock'] as const;
  expect([...kinds, 'prediction_end' as const].map(phaseOf)).toEqual([0, 1, 2, 3]);
});
