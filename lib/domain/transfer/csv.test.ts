import { describe, expect, it } from 'vitest';
import { aCheer, anEvent } from '@/tests/support/builders/events';
import { CSV_HEAD, csvLine } from './csv';

/** Reads a file as RFC 4180 defines it, without any of the code under test. */
function cellsOf(csv: string): (string | null)[][] {
  const rows: (string | null)[][] = [];
  let row: (string | null)[] = [];
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? (bare || null));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

const cellsOfLine = (...args: Parameters<typeof csvLine>) => cellsOf(csvLine(...args))[0];

describe('CSV', () => {
  it('begins with a byte order mark and the names of the columns, the five of the log first', () => {
    expect(CSV_HEAD).toBe(
      '\uFEFFid,streamer_name,event_type,viewer_name,created_at,' +
        'streamer_id,viewer_login,viewer_id,source_type,detail\r\n',
    );
  });

  it('has the fields of an event in that order, the time as ISO 8601', () => {
    const event = aCheer({ id: 'a', created_at: Date.UTC(2026, 10, 23, 20, 5, 7, 89) }, 250);
    expect(cellsOfLine(event)).toEqual([
      'a',
      'Demo_Streamer',
      'cheer',
      'Demo_Viewer',
      '2026-11-23T20:05:07.089Z',
      '100',
      'demo_viewer',
      '200',
      'channel.chat.notification',
      '{"bits":250,"message":""}',
    ]);
  });

  it('leaves the cells of an anonymous viewer empty', () => {
    const nobody = { viewer_id: null, viewer_login: null, viewer_name: null };
    const cells = cellsOfLine(aCheer(nobody)) ?? [];
    expect([cells[3], cells[6], cells[7]]).toEqual([null, null, null]);
  });

  it.each(['a,b', 'say "hi"', 'two\r\nlines', 'ü 東京 🦊 مرحبا', ' ', '"', ',"\n'])(
    'keeps the text %j as it is',
    (name) => {
      expect(cellsOfLine(aCheer({ viewer_name: name }))?.[3]).toBe(name);
    },
  );

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠a',
    '=HYPERLINK("https://example.com","x")',
    "=cmd|' /C calc'!A0",
  ])('defuses %j with an apostrophe', (text) => {
    const event = aCheer({
      id: text,
      streamer_name: text,
      viewer_name: text,
      viewer_login: text,
      viewer_id: text,
      source_type: text,
    });
    const cells = cellsOfLine(event) ?? [];
    expect([0, 1, 3, 6, 7, 8].map((index) => cells[index])).toEqual(Array(6).fill(`'${text}`));
  });

  it('has no formula in the details, which begin with a brace', () => {
    const event = anEvent('cheer', { bits: 1, message: '=1+1' });
    expect(cellsOfLine(event)?.at(-1)).toBe('{"bits":1,"message":"=1+1"}');
  });
});
