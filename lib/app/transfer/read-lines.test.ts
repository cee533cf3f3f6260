import { describe, expect, it } from 'vitest';
import { EVENT_KINDS } from '@/lib/domain/event/event-kind';
import { gapLine, headerLine } from '@/lib/domain/transfer/json-lines';
import { aCheer, anEvent } from '@/tests/support/builders/events';
import { EVERY_DETAIL } from '@/tests/support/builders/every-detail';
import { oldDatabase } from '@/tests/support/database/old-database';
import { START } from '@/tests/support/fakes/fake-clock';
import { readLine } from './read-line';
import { readLines } from './read-lines';

const HEADER = headerLine(START).trim();
const read = (value: unknown) => readLine(JSON.stringify(value), { isFirst: false });
const CHEER = aCheer({ id: 'a' });
const withDetail = (detail: object) => ({ ...CHEER, detail: { ...CHEER.detail, ...detail } });

describe('an event in a file', () => {
  it.each(EVENT_KINDS)('can be of the kind %s, with all details that it can have', (kind) => {
    expect(EVERY_DETAIL[kind].length).toBeGreaterThan(0);
    for (const detail of EVERY_DETAIL[kind]) {
      const event = anEvent(kind, detail, { natural_key: 'key', thread: 'thread', found_at: 7 });
      expect(read(event)).toEqual({ event });
    }
  });

  it('can be one that an older version has recorded', () => {
    const events = [3, 4, 5].flatMap((version) => oldDatabase(version).tables['events'] ?? []);
    expect(events.length).toBeGreaterThan(10);
    for (const { seq: _seq, row_at: _rowAt, folds_at: _foldsAt, ...event } of events) {
      expect(read(event)).toEqual({ event });
    }
  });

  it.each([
    ['an unknown kind', { ...CHEER, event_type: 'hologram' }, 'unknown_kind', 'event_type'],
    [
      'the name of a prototype as its kind',
      { ...CHEER, event_type: '__proto__' },
      'unknown_kind',
      'event_type',
    ],
    ['no id', { ...CHEER, id: '' }, 'wrong_field', 'id'],
    ['too long an id', { ...CHEER, id: 'x'.repeat(301) }, 'wrong_field', 'id'],
    ['no streamer', { ...CHEER, streamer_id: undefined }, 'wrong_field', 'streamer_id'],
    ['a number as a name', { ...CHEER, viewer_name: 7 }, 'wrong_field', 'viewer_name'],
    ['a time before 1970', { ...CHEER, created_at: -1 }, 'wrong_field', 'created_at'],
    ['a time that has no date', { ...CHEER, created_at: 9e15 }, 'wrong_field', 'created_at'],
    ['an arrival number', { ...CHEER, seq: 7 }, 'wrong_field', 'seq'],
    ['a detail of another kind', withDetail({ viewers: 7 }), 'wrong_field', 'detail.viewers'],
    ['a text as a number', withDetail({ bits: '7' }), 'wrong_field', 'detail.bits'],
    [
      'too long a text',
      withDetail({ message: 'x'.repeat(10_001) }),
      'wrong_field',
      'detail.message',
    ],
    ['no details', { ...CHEER, detail: null }, 'wrong_field', 'detail'],
    ['a list as details', { ...CHEER, detail: [] }, 'wrong_field', 'detail'],
    ['nothing', {}, 'wrong_field', 'id'],
    ['a list', [], 'wrong_field', null],
    ['null', null, 'wrong_field', null],
  ])('is refused with %s', (_fault, value, fault, field) => {
    expect(read(value)).toEqual({ fault, field });
  });

  it('is refused with a field that no object has by itself', () => {
    const line = JSON.stringify(CHEER).replace('{', '{"__proto__":{"polluted":true},');
    expect(readLine(line, { isFirst: false })).toEqual({
      fault: 'wrong_field',
      field: '__proto__',
    });
    expect('polluted' in {}).toBe(false);
  });
});

describe('a file', () => {
  const gap = { streamer_id: '100', from: 1, until: 2, reason: 'disconnected' } as const;

  it('has a header, gaps, events, and lines without anything', () => {
    const lines = [HEADER, gapLine(gap), JSON.stringify(CHEER), '', '\r'];
    expect(readLines({ firstLine: 1, lines })).toEqual({ gaps: [gap], events: [CHEER] });
  });

  it('needs no header in its later parts', () => {
    expect(readLines({ firstLine: 2, lines: [JSON.stringify(CHEER)] })).toEqual({
      gaps: [],
      events: [CHEER],
    });
  });

  it.each([
    ['', 'wrong_format'],
    ['id,streamer_name', 'wrong_format'],
    ['[]', 'wrong_format'],
    [JSON.stringify(CHEER), 'wrong_format'],
    ['{"format":"something-else","version":1}', 'wrong_format'],
    [HEADER.replace('"version":1', '"version":2'), 'newer_version'],
  ])('is refused with the first line %s', (line, fault) => {
    expect(readLines({ firstLine: 1, lines: [line] })).toEqual({ line: 1, fault, field: null });
  });

  it.each([
    ['{"id":', 'not_json'],
    ['x'.repeat(100_001), 'too_long'],
    ['{"gap":{"streamer_id":"100"}}', 'wrong_field'],
    [JSON.stringify({ gap: { ...gap, reason: 'holiday' } }), 'wrong_field'],
  ])('is refused with a line that is broken (%#), and says which', (line, fault) => {
    const lines = [HEADER, JSON.stringify(CHEER), line, '{'];
    expect(readLines({ firstLine: 1, lines })).toMatchObject({ line: 3, fault });
    expect(readLines({ firstLine: 41, lines: [JSON.stringify(CHEER), line] })).toMatchObject({
      line: 42,
      fault,
    });
  });
});
