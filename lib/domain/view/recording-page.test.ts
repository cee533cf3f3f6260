import { describe, expect, it } from 'vitest';
import { aSub } from '@/tests/support/builders/events';
import { aView } from '@/tests/support/builders/rows';
import { isUnheard, joinPages, type RecordingPage } from './recording-page';

const row = (id: string, createdAt: number) => ({ ...aView(aSub()), id, createdAt });
const page = (from: number, until: number, fields: Partial<RecordingPage> = {}): RecordingPage => ({
  streamerId: '100',
  recording: { id: '9', startedAt: 0, endsAt: 100 },
  rows: [row(`at-${from}`, from), row(`at-${until}`, until)],
  gaps: [],
  from,
  until,
  isFiltered: false,
  ...fields,
});

describe('joinPages', () => {
  it('joins parts that touch, with each row once', () => {
    const joined = joinPages(page(50, 80), page(20, 50));
    expect(joined).toMatchObject({ from: 20, until: 80 });
    expect(joined.rows.map(({ id }) => id)).toEqual(['at-20', 'at-50', 'at-80']);
  });

  it.each([
    ['there is a part between them', page(60, 80)],
    ['it is another recording', page(20, 80, { recording: { id: '8', startedAt: 0, endsAt: 1 } })],
    ['nothing was known', null],
  ])('keeps only the latest if %s', (_why, known) => {
    const read = page(20, 50);
    expect(joinPages(known, read)).toBe(read);
  });

  it('shows a row as it was read last', () => {
    const joined = joinPages(
      page(0, 50),
      page(0, 50, { rows: [{ ...row('at-0', 0), lastSeq: 7 }] }),
    );
    expect(joined.rows.map(({ lastSeq }) => lastSeq)).toContain(7);
  });
});

describe('isUnheard', () => {
  const gap = (from: number, until: number) => ({
    streamer_id: '100',
    from,
    until,
    reason: 'not_running' as const,
  });

  it.each([
    ['a gap from beginning to end', [gap(-5, 120)], true],
    ['gaps that leave something', [gap(-5, 50), gap(60, 120)], false],
    ['no gap', [], false],
  ])('knows %s', (_which, gaps, expected) => {
    expect(isUnheard(page(0, 100, { gaps }), 200)).toBe(expected);
  });

  it('knows a broadcast that goes on', () => {
    const recording = { id: '9', startedAt: 0, endsAt: null };
    expect(isUnheard(page(0, 100, { recording, gaps: [gap(-5, 100)] }), 200)).toBe(false);
  });
});
