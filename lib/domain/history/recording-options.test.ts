import { expect, it } from 'vitest';
import { EVENT_KINDS, KIND_GROUPS } from '../event/event-kind';
import { DEFAULT_RECORDING_OPTIONS, isRecorded, RECORDING_OPTIONS } from './recording-options';

const recordedWith = (changes = {}) =>
  EVENT_KINDS.filter((kind) => isRecorded(kind, { ...DEFAULT_RECORDING_OPTIONS, ...changes }));

it('records no moderation, redemptions and events of other channels by default', () => {
  const recorded = new Set(recordedWith());
  expect(EVENT_KINDS.filter((kind) => !recorded.has(kind)).toSorted()).toEqual(
    [...KIND_GROUPS.moderation, 'redemption', 'shared_chat'].toSorted(),
  );
});

it.each([
  ['moderation', KIND_GROUPS.moderation],
  ['redemptions', ['redemption']],
  ['shared_chat', ['shared_chat']],
] as const)('adds with %s the kinds of that option and no others', (name, kinds) => {
  const before = new Set(recordedWith());
  const added = recordedWith({ [name]: true }).filter((kind) => !before.has(kind));
  expect(added).toEqual([...kinds]);
});

it('records everything with every option on', () => {
  const all = Object.fromEntries(RECORDING_OPTIONS.map((name) => [name, true]));
  expect(recordedWith(all)).toEqual([...EVENT_KINDS]);
});
