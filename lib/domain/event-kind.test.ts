import { expect, it } from 'vitest';
import { EVENT_KINDS, isRecordedByDefault } from './event-kind';

it('names each kind once', () => {
  expect(new Set(EVENT_KINDS).size).toBe(EVENT_KINDS.length);
});

it('records by default all but what happened in other channels', () => {
  const off = EVENT_KINDS.filter((kind) => !isRecordedByDefault(kind));
  expect(off).toEqual(['shared_chat']);
});
