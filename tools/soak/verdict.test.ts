import { describe, expect, it } from 'vitest';
import { type Findings, faultsOf, trendsOf } from './verdict.ts';

const PAGE = { heapBytes: 9, nodes: 9, listeners: 9, rows: 10 };
const SAMPLE = { worker: { heapBytes: 9, startedAt: 5 }, panel: PAGE, popup: PAGE };
const LEDGER = {
  sent: 3,
  stored: 2,
  inGaps: 1,
  lost: [],
  twice: [],
  gaps: 1,
  overlapping: 0,
  records: 2,
  madeUp: [],
};
const GOOD: Findings = {
  ledger: LEDGER,
  counted: 2,
  sessions: 4,
  sockets: 1,
  databaseBytes: 9,
  framesFromUs: 0,
  samples: Array.from({ length: 30 }, () => SAMPLE),
};

describe('the verdict on a soak', () => {
  it('finds nothing in a good one', () => {
    expect(faultsOf(GOOD)).toEqual([]);
  });

  it.each([
    ['nothing was stored', { ledger: { ...LEDGER, stored: 0 } }],
    ['1 lost', { ledger: { ...LEDGER, lost: [{ at: 5, isSent: true }] } }],
    ['stored twice: a', { ledger: { ...LEDGER, twice: ['a'] } }],
    ['never happened: b', { ledger: { ...LEDGER, madeUp: ['b'] } }],
    ['1 gaps overlap', { ledger: { ...LEDGER, overlapping: 1 } }],
    ['3 counted, but 2 events', { counted: 3 }],
    ['2 sockets are open', { sockets: 2 }],
    ['1 frames were sent', { framesFromUs: 1 }],
    ['11 rows were shown', { samples: [{ ...SAMPLE, panel: { ...PAGE, rows: 11 } }, SAMPLE] }],
    ['lacks rows', { samples: [SAMPLE, { ...SAMPLE, popup: { ...PAGE, rows: 9 } }] }],
  ] satisfies [string, Partial<Findings>][])('finds: %s', (fault, wrong) => {
    const [found, ...others] = faultsOf({ ...GOOD, ...wrong });
    expect(found).toContain(fault);
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
    const faults = faultsOf({ ...GOOD, samples });
    expect(faults).toHaveLength(trendsOf(samples).length);
    for (const fault of faults) expect(fault).toContain('grew from');
  });

  it('compares only what one and the same worker held on to', () => {
    const samples = Array.from({ length: 30 }, (_, night) => ({
      ...SAMPLE,
      worker: { heapBytes: night < 10 ? 1 : 9, startedAt: night < 10 ? night : 10 },
    }));
    expect(faultsOf({ ...GOOD, samples })).toEqual([]);
  });
});
