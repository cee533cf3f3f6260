import { describe, expect, it } from 'vitest';
import { type Findings, problemsOf, trendsOf } from './verdict.ts';

const PAGE = { heapBytes: 9, nodes: 9, listeners: 9, rows: 10 };
const SAMPLE = { worker: { heapBytes: 9, startedAt: 5 }, panel: PAGE, popup: PAGE };
const AUDIT = {
  streamerId: '100',
  sent: 3,
  stored: 2,
  inGaps: 1,
  lost: [],
  duplicates: [],
  gaps: 1,
  overlapping: 0,
  records: 2,
  madeUp: [],
};
const GOOD: Findings = {
  audits: [AUDIT],
  counted: 2,
  sessions: 4,
  sockets: 1,
  databaseBytes: 9,
  sentFrames: 0,
  samples: Array.from({ length: 30 }, () => SAMPLE),
};

describe('problemsOf', () => {
  it('finds nothing if the soak went well', () => {
    expect(problemsOf(GOOD)).toEqual([]);
  });

  it.each([
    ['nothing was stored', { audits: [{ ...AUDIT, stored: 0 }] }],
    ['1 lost', { audits: [{ ...AUDIT, lost: [{ at: 5, isSent: true }] }] }],
    ['stored twice: a', { audits: [{ ...AUDIT, duplicates: ['a'] }] }],
    ['never happened: b', { audits: [{ ...AUDIT, madeUp: ['b'] }] }],
    ['1 gaps overlap', { audits: [{ ...AUDIT, overlapping: 1 }] }],
    ['3 counted, but 2 events', { counted: 3 }],
    ['2 sockets are open', { sockets: 2 }],
    ['1 frames were sent', { sentFrames: 1 }],
    ['11 rows were shown', { samples: [{ ...SAMPLE, panel: { ...PAGE, rows: 11 } }, SAMPLE] }],
    ['lacks rows', { samples: [SAMPLE, { ...SAMPLE, popup: { ...PAGE, rows: 9 } }] }],
  ] satisfies [string, Partial<Findings>][])('finds: %s', (problem, wrong) => {
    const [found, ...others] = problemsOf({ ...GOOD, ...wrong });
    expect(found).toContain(problem);
    expect(others).toEqual([]);
  });

  it('finds every figure that grows', () => {
    const page = (night: number) => ({
      heapBytes: night,
      nodes: night,
      listeners: night,
      rows: 10,
    });
    const samples = Array.from({ length: 30 }, (_, night) => ({
      worker: { heapBytes: night, startedAt: 5 },
      panel: page(night),
      popup: page(night),
    }));
    const problems = problemsOf({ ...GOOD, samples });
    expect(problems).toHaveLength(trendsOf(samples).length);
    for (const problem of problems) expect(problem).toContain('grew from');
  });

  it('compares only the samples of the last worker', () => {
    const samples = Array.from({ length: 30 }, (_, night) => ({
      ...SAMPLE,
      worker: { heapBytes: night < 10 ? 1 : 9, startedAt: night < 10 ? night : 10 },
    }));
    expect(problemsOf({ ...GOOD, samples })).toEqual([]);
  });
});
