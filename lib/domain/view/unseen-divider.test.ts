import { expect, it } from 'vitest';
import { aCheer } from '@/tests/support/builders/events';
import { aView } from '@/tests/support/builders/rows';
import { START } from '@/tests/support/fakes/fake-clock';
import { NOTHING_SEEN, type Seen } from '../history/seen';
import { unseenDivider } from './unseen-divider';

/** Five rows, newest first, with the arrival numbers 5 to 1. */
const ROWS = [5, 4, 3, 2, 1].map((seq) => ({
  ...aView(aCheer({ id: `row-${seq}`, created_at: START + seq })),
  newSeq: seq,
}));

interface Case {
  upTo: number;
  unseen: number;
  hasOlder?: boolean;
  newestSeq?: number;
  parts?: Seen['parts'];
}

function divider({ upTo, unseen, hasOlder = true, newestSeq = 5, parts = [] }: Case) {
  const list = { rows: ROWS, gaps: [], newestSeq: 5, hasOlder };
  return unseenDivider(list, { seen: { ...NOTHING_SEEN, upTo, parts }, newestSeq, unseen });
}

it('is below the last row that was new', () => {
  const expected = { above: 'row-3', count: 2, since: START + 4 };
  expect(divider({ upTo: 3, unseen: 2 })).toEqual(expected);
});

it('is not there if nothing was new', () => {
  expect(divider({ upTo: 5, unseen: 0 })).toBeNull();
});

it('is at the end while more new rows follow', () => {
  expect(divider({ upTo: 0, unseen: 61 })).toEqual({ above: null, count: 61, since: null });
  // What follows is unseen though these rows were on screen.
  const parts = [{ streamerId: null, upTo: 5, at: START, seq: 0 }];
  expect(divider({ upTo: 0, unseen: 3, parts })).toEqual({ above: null, count: 3, since: null });
});

it('is at the end, with the time, if all rows there are were new', () => {
  const expected = { above: null, count: 5, since: START + 1 };
  expect(divider({ upTo: 0, unseen: 5, hasOlder: false })).toEqual(expected);
});

it('stays where it is when more rows arrive', () => {
  const expected = { above: 'row-2', count: 1, since: START + 3 };
  expect(divider({ upTo: 2, unseen: 1, newestSeq: 3 })).toEqual(expected);
});
