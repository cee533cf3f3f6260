import { describe, expect, it } from 'vitest';
import type { EventKind } from '@/lib/domain/event/event-kind';
import { DAY, HOUR } from '@/lib/time';
import { dividersAbove } from './dividers';

const NOW = new Date(2026, 10, 23, 21, 30).getTime();

function rowsAgo(...rows: [hours: number, kind?: EventKind][]) {
  return rows.map(([hours, kind = 'cheer']) => ({
    id: String(hours),
    kind,
    createdAt: NOW - hours * HOUR,
  }));
}

const dividers = (rows: ReturnType<typeof rowsAgo>, isOfOne = true) =>
  Object.fromEntries(dividersAbove(rows, { now: NOW, isOfOne }));

describe('days', () => {
  it('has no heading over rows that are all of today', () => {
    expect(dividers(rowsAgo([1], [2], [21]))).toEqual({});
    expect(dividers([])).toEqual({});
  });

  it('has one over the rows of each day', () => {
    expect(dividers(rowsAgo([1], [2], [22], [23], [50]))).toEqual({
      '1': { day: NOW - HOUR, part: null },
      '22': { day: NOW - 22 * HOUR, part: null },
      '50': { day: NOW - 50 * HOUR, part: null },
    });
  });

  it('has one over rows that are all of another day', () => {
    expect(dividers(rowsAgo([30], [31]))).toEqual({
      '30': { day: NOW - DAY - 6 * HOUR, part: null },
    });
  });

  it('takes a row from a clock that was set back for one of today', () => {
    expect(dividers(rowsAgo([-30], [1]))).toEqual({});
  });
});

describe('broadcasts', () => {
  const rows = rowsAgo([1], [2, 'stream_offline'], [3], [4, 'stream_online'], [5], [6]);

  it('tells the rows of a broadcast from those before it', () => {
    expect(dividers(rows)).toEqual({
      '2': { day: null, part: 'broadcast' },
      '5': { day: null, part: 'before_broadcast' },
    });
  });

  it('does not do so in a list over everybody', () => {
    expect(dividers(rows, false)).toEqual({});
  });

  it('has no heading over the first row', () => {
    expect(dividers(rowsAgo([1, 'stream_offline'], [2]))).toEqual({});
  });

  it('names the broadcast where one follows another', () => {
    const [online, offline] = rowsAgo([1, 'stream_online'], [2, 'stream_offline']);
    if (!online || !offline) throw new Error('Two rows.');
    expect(dividers([online, offline])).toEqual({ '2': { day: null, part: 'broadcast' } });
  });
});
