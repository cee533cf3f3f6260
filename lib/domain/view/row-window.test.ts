import { describe, expect, it } from 'vitest';
import type { Gap } from '../history/gap';
import type { RowView } from './row-view';
import { type RowWindow, stayed, withNewer, withOlder } from './row-window';

/** Rows by number: a higher one is newer. */
const rowsOf = (...numbers: number[]) =>
  numbers.map((number) => ({ id: `r${number}`, createdAt: number, lastSeq: number }) as RowView);

const aGap = (from: number, until: number): Gap => ({
  streamer_id: '100',
  from,
  until,
  reason: 'disconnected',
});

const numbersOf = ({ rows }: { rows: readonly RowView[] }) => rows.map(({ lastSeq }) => lastSeq);

const AT_TOP: RowWindow = {
  rows: rowsOf(9, 8, 7),
  gaps: [],
  newestSeq: 9,
  hasOlder: true,
  isAtTop: true,
};

describe('a window of rows', () => {
  it('grows with older rows, and leaves its top when there are too many', () => {
    const page = { rows: rowsOf(6, 5), gaps: [], hasOlder: true };
    const whole = withOlder(AT_TOP, page, 5);
    expect([numbersOf(whole), whole.isAtTop]).toEqual([[9, 8, 7, 6, 5], true]);
    const part = withOlder(AT_TOP, page, 4);
    expect([numbersOf(part), part.isAtTop]).toEqual([[8, 7, 6, 5], false]);
  });

  it('goes back to newer rows, and leaves its end when there are too many', () => {
    const deep = { ...AT_TOP, rows: rowsOf(5, 4, 3), hasOlder: false, isAtTop: false };
    const on = withNewer(deep, { rows: rowsOf(7, 6), gaps: [], hasMore: true }, 4);
    expect([numbersOf(on), on.isAtTop, on.hasOlder]).toEqual([[7, 6, 5, 4], false, true]);
    const top = withNewer(on, { rows: rowsOf(9, 8), gaps: [], hasMore: false }, 10);
    expect([numbersOf(top), top.isAtTop]).toEqual([[9, 8, 7, 6, 5, 4], true]);
  });

  it('marks no gap above a row that is not the one below it', () => {
    const [newer, older] = [aGap(8.5, 9.5), aGap(6, 7.5)];
    const part = withOlder(
      { ...AT_TOP, gaps: [newer, older] },
      { rows: rowsOf(6), gaps: [], hasOlder: true },
      3,
    );
    expect(part.gaps.map(({ until }) => until)).toEqual([7.5]);
    const back = withNewer(part, { rows: rowsOf(9, 8), gaps: [newer], hasMore: false });
    expect(back.gaps.map(({ until }) => until)).toEqual([9.5, 7.5]);
  });

  it('stays as it is when newer rows come, and empties with the log', () => {
    const deep = { ...AT_TOP, isAtTop: false };
    const later = { ...AT_TOP, rows: rowsOf(30, 29), newestSeq: 30 };
    expect(stayed(deep, later)).toEqual(deep);
    const empty = { rows: [], gaps: [], newestSeq: 0, hasOlder: false };
    expect(stayed(deep, empty)).toEqual({ ...empty, isAtTop: true });
  });
});
