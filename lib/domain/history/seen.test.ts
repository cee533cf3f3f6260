import { describe, expect, it } from 'vitest';
import { isSeen, type Seen, type SeenPart, seenUpTo, seenWithin, withPart } from './seen';

const NOTHING_SEEN: Seen = { upTo: 0, parts: [] };

const part = (upTo: number, at: number, seq = 1): SeenPart => ({
  streamerId: '100',
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
  const seen: Seen = { upTo: 3, parts: [part(20, 500, 12)] };

  it.each([
    ['up to the watermark', event(3, 0), true],
    ['at the end of a part', event(12, 500), true],
    ['in a part', event(20, 501), true],
    ['of the same time, but below the last row', event(11, 500), false],
    ['below a part, though it arrived later than rows in it', event(18, 499), false],
    ['that arrived after a part was on screen', event(21, 600), false],
    ['of another streamer', event(15, 600, '101'), false],
  ])('%s: %o is seen: %s', (_where, stored, isIt) => {
    expect(isSeen(seen, stored)).toBe(isIt);
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

  it('are at most 50', () => {
    const looks = Array.from({ length: 60 }, (_, number) => part(number, number));
    const { parts } = looks.reduce(withPart, NOTHING_SEEN);
    expect([parts.length, parts.at(-1)]).toEqual([50, part(59, 59)]);
  });

  it('end with the watermark', () => {
    const seen = { upTo: 0, parts: [part(20, 500), part(30, 700)] };
    expect(seenUpTo(seen, 20)).toEqual({ upTo: 20, parts: [part(30, 700)] });
  });
});

describe('of a log that ends at 25', () => {
  it.each<[what: string, seen: Seen, within: Seen]>([
    ['a mark below stays', { upTo: 20, parts: [part(24, 1)] }, { upTo: 20, parts: [part(24, 1)] }],
    ['a mark beyond ends with it', { upTo: 30, parts: [] }, { upTo: 25, parts: [] }],
    [
      'a part beyond ends with it',
      { upTo: 2, parts: [part(30, 1)] },
      { upTo: 2, parts: [part(25, 1)] },
    ],
    [
      'a part adds nothing to a mark beyond',
      { upTo: 26, parts: [part(30, 1)] },
      { upTo: 25, parts: [] },
    ],
  ])('%s', (_what, seen, within) => {
    expect(seenWithin(seen, 25)).toEqual(within);
  });

  it('nothing is seen if it is empty', () => {
    expect(seenWithin({ upTo: 26, parts: [part(30, 1)] }, 0)).toEqual(NOTHING_SEEN);
  });
});
