import { describe, expect, it } from 'vitest';
import { createRandom } from '@/tests/simulator/core/random';
import {
  isSeen,
  NOTHING_SEEN,
  type Seen,
  type SeenPart,
  seenUpTo,
  seenWithin,
  withImported,
  withPart,
} from './seen';

const part = (upTo: number, at: number, seq = 1, streamerId: string | null = '100'): SeenPart => ({
  streamerId,
  upTo,
  at,
  seq,
});
const event = (seq: number, at: number, streamer_id = '100') => ({
  streamer_id,
  seq,
  created_at: at,
  row_at: at,
});

describe('an event', () => {
  const seen: Seen = { upTo: 3, of: { 101: 9 }, parts: [part(20, 500, 12)] };

  it.each([
    ['up to the watermark', event(3, 0), true],
    ['at the end of a part', event(12, 500), true],
    ['in a part', event(20, 501), true],
    ['of the same time, but below the last row', event(11, 500), false],
    ['below a part, though it arrived later than rows in it', event(18, 499), false],
    ['that arrived after a part was on screen', event(21, 600), false],
    ['of another streamer', event(15, 600, '101'), false],
    ['up to the watermark of another streamer', event(9, 600, '101'), true],
    ['of a streamer who has no watermark', event(9, 0, '102'), false],
  ])('%s: %o is seen: %s', (_where, stored, isIt) => {
    expect(isSeen(seen, stored)).toBe(isIt);
  });

  it('of everybody is in a part of the list over everybody', () => {
    const all: Seen = { ...NOTHING_SEEN, parts: [part(20, 500, 12, null)] };
    expect(isSeen(all, event(15, 501, '101'))).toBe(true);
    expect(isSeen(all, event(15, 499, '101'))).toBe(false);
  });

  it('that joined a row has a time of its own', () => {
    const { row_at: _, ...member } = event(15, 600);
    expect(isSeen(seen, member)).toBe(true);
  });
});

describe('the parts', () => {
  it('that are within a new one are replaced by it', () => {
    const seen = [part(20, 500), part(30, 700)].reduce(withPart, NOTHING_SEEN);
    expect(seen.parts).toHaveLength(2);
    expect(withPart(seen, part(30, 400)).parts).toEqual([part(30, 400)]);
    expect(withPart(seen, part(25, 400)).parts).toEqual([part(30, 700), part(25, 400)]);
  });

  it('are at most 50 of each list', () => {
    const other = part(7, 7, 1, '101');
    const looks = Array.from({ length: 60 }, (_, number) => part(number, number));
    const { parts } = [other, ...looks].reduce(withPart, NOTHING_SEEN);
    expect([parts.length, parts[0], parts.at(-1)]).toEqual([51, other, part(59, 59)]);
  });

  it('end with the watermark', () => {
    const seen = { ...NOTHING_SEEN, parts: [part(20, 500), part(30, 700)] };
    expect(seenUpTo(seen, 20)).toEqual({ ...seen, upTo: 20, parts: [part(30, 700)] });
    const of = { ...seen, of: { 100: 20 }, parts: [part(30, 700)] };
    expect(seenUpTo(seen, 20, '100')).toEqual(of);
    expect(seenUpTo(of, 25)).toEqual({ upTo: 25, of: {}, parts: [part(30, 700)] });
  });
});

describe('of a log that ends at 25', () => {
  it.each<[what: string, seen: Seen, within: Seen]>([
    [
      'a mark below stays',
      { upTo: 20, of: { 101: 22 }, parts: [part(24, 1)] },
      { upTo: 20, of: { 101: 22 }, parts: [part(24, 1)] },
    ],
    ['a mark beyond ends with it', { ...NOTHING_SEEN, upTo: 30 }, { ...NOTHING_SEEN, upTo: 25 }],
    [
      'a mark of a streamer beyond ends with it',
      { ...NOTHING_SEEN, of: { 101: 30 } },
      { ...NOTHING_SEEN, of: { 101: 25 } },
    ],
    [
      'a part beyond ends with it',
      { upTo: 2, of: {}, parts: [part(30, 1)] },
      { upTo: 2, of: {}, parts: [part(25, 1)] },
    ],
    [
      'a part adds nothing to a mark beyond',
      { upTo: 26, of: {}, parts: [part(30, 1)] },
      { upTo: 25, of: {}, parts: [] },
    ],
  ])('%s', (_what, seen, within) => {
    expect(seenWithin(seen, 25)).toEqual(within);
  });

  it('nothing is seen if it is empty', () => {
    expect(seenWithin({ upTo: 26, of: { 101: 27 }, parts: [part(30, 1)] }, 0)).toEqual(
      NOTHING_SEEN,
    );
  });
});

describe('marking a streamer', () => {
  const SEEDS = Array.from({ length: 20 }, (_, seed) => seed + 1);
  const STREAMERS = ['100', '101', '102'];

  it.each(SEEDS)(
    'changes nothing of any other, and never makes anything unseen: seed %i',
    (seed) => {
      const random = createRandom(seed);
      const below = (limit: number) => random.integer(0, limit - 1);
      const events = Array.from({ length: 60 }, (_, index) =>
        event(index + 1, below(30), STREAMERS[below(3)]),
      );
      let seen = NOTHING_SEEN;
      for (let step = 0; step < 40; step += 1) {
        const streamerId = [...STREAMERS, null][below(4)] ?? null;
        const upTo = below(61);
        const next =
          below(2) === 0
            ? seenUpTo(seen, upTo, streamerId)
            : withPart(seen, part(upTo, below(30), below(61), streamerId));
        const marked = events.filter((each) => isSeen(next, each) && !isSeen(seen, each));
        const lost = events.filter((each) => isSeen(seen, each) && !isSeen(next, each));
        expect(lost).toEqual([]);
        expect(marked.filter((of) => ![of.streamer_id, null].includes(streamerId))).toEqual([]);
        seen = next;
      }
    },
  );
});

describe('events from a file', () => {
  const before: Seen = { upTo: 10, of: { 101: 12 }, parts: [part(15, 500, 12)] };

  it('are seen, and nothing that arrived before or after them', () => {
    const seen = withImported(before, { from: 21, upTo: 30 });
    const isIt = [20, 21, 30, 31].map((seq) => isSeen(seen, event(seq, 1, '102')));
    expect(isIt).toEqual([false, true, true, false]);
    expect(isSeen(seen, event(13, 600))).toBe(true);
    expect(isSeen(seen, event(11, 1, '101'))).toBe(true);
  });

  it('that follow on one another are one part, others are not', () => {
    const first = withImported(before, { from: 21, upTo: 30 });
    const next = withImported(first, { from: 31, upTo: 40 });
    expect(next.parts).toHaveLength(2);
    const later = withImported(next, { from: 42, upTo: 50 });
    const isIt = [21, 40, 41, 42].map((seq) => isSeen(later, event(seq, 1)));
    expect(isIt).toEqual([true, true, false, true]);
  });

  it('take no place from what was on screen, and their parts have a limit', () => {
    let seen = before;
    for (let seq = 100; seq < 6_000; seq += 2) {
      seen = withImported(seen, { from: seq, upTo: seq });
      if (seq % 200 === 0) seen = withPart(seen, part(seq + 1, seq, seq + 1));
    }
    expect(seen.parts.filter(({ from }) => from !== undefined)).toHaveLength(1000);
    expect(seen.parts.filter(({ from }) => from === undefined)).toHaveLength(29);
    expect([100, 3_000, 5_998].every((seq) => isSeen(seen, event(seq, 1)))).toBe(true);
  });

  it('end with the watermark', () => {
    const seen = withImported(before, { from: 21, upTo: 30 });
    expect(seenUpTo(seen, 30).parts).toEqual([]);
    expect(seenWithin(seen, 25).parts).toContainEqual(expect.objectContaining({ upTo: 25 }));
  });
});
