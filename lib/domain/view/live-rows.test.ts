import { describe, expect, it } from 'vitest';
import { aCheer } from '@/tests/support/builders/events';
import { aView } from '@/tests/support/builders/rows';
import { START } from '@/tests/support/fakes/fake-clock';
import { extended, followed, held, type LiveRows, waitingFor } from './live-rows';

/** Rows by their numbers, newest first; each is as old as its number is small. */
function list(numbers: readonly number[], hasOlder = true): LiveRows {
  const rows = numbers.map((number) => ({
    ...aView(aCheer({ id: String(number), created_at: START + number })),
    lastSeq: number,
  }));
  return { rows, gaps: [], newestSeq: numbers[0] ?? 0, hasOlder };
}

const ids = ({ rows }: LiveRows) => rows.map(({ id }) => Number(id));

describe('followed', () => {
  it('is the newest rows, until the user has asked for older ones', () => {
    const newest = list([5, 4, 3]);
    expect(followed(list([4, 3, 2]), newest, 0)).toBe(newest);
  });

  it('keeps as many older rows as there were', () => {
    const next = followed(list([6, 5, 4, 3, 2], false), list([8, 7, 6]), 5);
    expect([ids(next), next.hasOlder, next.newestSeq]).toEqual([[8, 7, 6, 5, 4], true, 8]);
  });

  it('knows that the oldest row is loaded', () => {
    expect(followed(list([3, 2, 1], false), list([3, 2]), 3).hasOlder).toBe(false);
  });

  it('drops older rows if rows could be missing in between', () => {
    expect(ids(followed(list([4, 3, 2, 1]), list([9, 8]), 4))).toEqual([9, 8]);
  });

  it('drops the rows of a log that was deleted', () => {
    expect(ids(followed(list([9, 8, 7]), list([], false), 3))).toEqual([]);
    expect(ids(followed(list([9, 8, 2]), { ...list([9, 8]), newestSeq: 1 }, 3))).toEqual([9, 8]);
  });
});

describe('held', () => {
  it('lets rows grow and none enter or leave', () => {
    const newest = list([4, 3]);
    const grown = newest.rows.map((row) => ({ ...row, userMessage: 'more' }));
    const still = held(list([3, 2]), { ...newest, rows: grown });
    expect(still.rows.map(({ id, userMessage }) => [id, userMessage])).toEqual([
      ['3', 'more'],
      ['2', ''],
    ]);
    expect(still.newestSeq).toBe(3);
  });

  it('is empty once the history is', () => {
    expect(ids(held(list([3, 2]), list([])))).toEqual([]);
  });
});

describe('waitingFor', () => {
  it.each([
    [
      [3, 2],
      [5, 4, 3],
      ['5', '4'],
    ],
    [[3, 2], [3, 2], []],
    [
      [3, 2],
      [9, 8],
      ['9', '8'],
    ],
    // Rows below are those that the user has not asked for.
    [[3], [4, 3, 2], ['4']],
  ])('%j on screen, %j the newest', (shown, newest, waiting) => {
    expect(waitingFor(list(shown), list(newest))).toEqual(waiting);
  });
});

it('adds a page of older rows, each row once', () => {
  const next = extended(list([4, 3]), list([3, 2], false));
  expect([ids(next), next.hasOlder, next.newestSeq]).toEqual([[4, 3, 2], false, 4]);
});
