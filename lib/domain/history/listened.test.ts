import { describe, expect, it } from 'vitest';
import { listenedIn, listenedShare, missedParts, type Span, wholePercent } from './listened';

const span = (from: number, until: number): Span => ({ from, until });

describe('missedParts', () => {
  it.each<[string, Span[], Span[]]>([
    ['nothing without gaps', [], []],
    ['the part of a gap that lies inside', [span(50, 120)], [span(100, 120)]],
    ['everything for a gap that covers it', [span(0, 900)], [span(100, 200)]],
    ['nothing for gaps beside it', [span(0, 100), span(200, 300)], []],
    [
      'gaps that overlap or touch as one',
      [span(130, 150), span(110, 130), span(140, 160)],
      [span(110, 160)],
    ],
    ['a gap inside another one once', [span(110, 190), span(120, 130)], [span(110, 190)]],
    ['gaps in order', [span(180, 190), span(110, 120)], [span(110, 120), span(180, 190)]],
    ['no gap that takes no time', [span(150, 150)], []],
  ])('returns %s', (_, gaps, parts) => {
    expect(missedParts(span(100, 200), gaps)).toEqual(parts);
  });

  it('leaves the gaps as they are', () => {
    const gaps = [span(110, 130), span(120, 150)];
    missedParts(span(100, 200), gaps);
    expect(gaps).toEqual([span(110, 130), span(120, 150)]);
  });
});

describe('the share that was listened to', () => {
  it('weighs times by their length', () => {
    const short = listenedIn(span(0, 100), [span(0, 100)]);
    const long = listenedIn(span(200, 500), [span(450, 600)]);
    expect([short, long]).toEqual([
      { total: 100, listened: 0 },
      { total: 300, listened: 250 },
    ]);
    expect(listenedShare([short, long])).toBe(250 / 400);
  });

  it.each([[[]], [[listenedIn(span(5, 5), [])]], [[listenedIn(span(9, 5), [])]]])(
    'is unknown where no time has passed',
    (times) => {
      expect(listenedShare(times)).toBeNull();
    },
  );

  it.each([
    [0, 0],
    [0.001, 1],
    [0.494, 49],
    [0.999, 99],
    [1, 100],
  ])('%f is %i percent', (share, percent) => {
    expect(wholePercent(share)).toBe(percent);
  });
});
