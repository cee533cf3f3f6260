import { expect, it } from 'vitest';
import { EVENT_KINDS } from '../event/event-kind';
import {
  type HistoryAddress,
  historySearch,
  historyTime,
  momentOf,
  readHistoryAddress,
  WHOLE_HISTORY,
} from './history-address';

it.each<[string, HistoryAddress]>([
  ['', WHOLE_HISTORY],
  ['?streamer=100', { ...WHOLE_HISTORY, streamerId: '100' }],
  ['?streamer=100&viewer=7', { ...WHOLE_HISTORY, streamerId: '100', viewerId: '7' }],
  ['?viewer=7&type=sub', { ...WHOLE_HISTORY, viewerId: '7', type: 'sub' }],
  [
    '?view=statistics&kinds=subs%2Ccheers&bits=100&from=2026-11-23&until=2026-11-24T10%3A35%3A00.000Z&hour=0-23',
    {
      ...WHOLE_HISTORY,
      view: 'statistics',
      kinds: ['subs', 'cheers'],
      least: { bits: 100 },
      from: '2026-11-23',
      until: '2026-11-24T10:35:00.000Z',
      weekHour: { weekday: 0, hour: 23 },
    },
  ],
  [
    '?view=broadcasts&search=%D8%B4+%26&event=a%2Fb&broadcast=c',
    { ...WHOLE_HISTORY, view: 'broadcasts', search: 'ش &', eventId: 'a/b', broadcastId: 'c' },
  ],
])('reads and writes the address "%s"', (search, address) => {
  expect(readHistoryAddress(search)).toEqual(address);
  expect(historySearch(address)).toBe(search);
});

it.each([
  '?streamer=demo&viewer=',
  '?viewer=<b>7',
  '?streamer=123456789012345678901',
  '?toString=1',
  '?view=toString&kinds=subs1,everything&bits=-1&viewers=x&months=1.5',
  '?from=2026-13-45&until=tomorrow&hour=7-1',
  '?hour=1-24',
  '?type=subs',
  '?type=toString',
])('ignores what is invalid in %s', (search) => {
  expect(readHistoryAddress(search)).toEqual(WHOLE_HISTORY);
});

it.each(EVENT_KINDS)('keeps the type %s', (type) => {
  const address = { ...WHOLE_HISTORY, type };
  expect(readHistoryAddress(historySearch(address))).toEqual(address);
});

it('reads a type instead of kinds, and kinds beside an unknown type', () => {
  const read = (search: string) => readHistoryAddress(search);
  expect(read('?kinds=raids&type=sub')).toEqual({ ...WHOLE_HISTORY, type: 'sub' });
  expect(read('?kinds=raids&type=x')).toEqual({ ...WHOLE_HISTORY, kinds: ['raids'] });
});

it('reads a day as the start of it where the user is, and a moment as it is', () => {
  expect(momentOf('2026-11-23')).toBe(new Date(2026, 10, 23).getTime());
  const at = Date.UTC(2026, 10, 23, 20, 35);
  expect(momentOf(historyTime(at))).toBe(at);
});
