import { expect, it } from 'vitest';
import { partBetween } from './broadcast-turns';

const row = (createdAt: number) => ({ createdAt });

/** Two broadcasts: from 10 to 20, and from 30 to 40. */
const TURNS = [
  { kind: 'stream_online', at: 30 },
  { kind: 'stream_online', at: 10 },
  { kind: 'stream_offline', at: 40 },
  { kind: 'stream_offline', at: 20 },
] as const;

it.each([
  ['in the same broadcast', 35, 32, null],
  ['after a broadcast and in it', 45, 35, 'broadcast'],
  ['in a broadcast and before it', 35, 25, 'before_broadcast'],
  ['in two broadcasts', 35, 15, 'broadcast'],
  ['after and before two broadcasts', 45, 5, 'before_broadcast'],
  ['at the begin and before it', 30, 29, 'before_broadcast'],
  ['after the end and at it', 41, 40, null],
])('between rows %s', (_where, above, below, part) => {
  expect(partBetween(row(below), row(above), TURNS)).toBe(part);
});

it('has nothing above the first row', () => {
  expect(partBetween(row(5), undefined, TURNS)).toBeNull();
});
