import { expect, it } from 'vitest';
import {
  type HistoryAddress,
  historySearch,
  readHistoryAddress,
  WHOLE_HISTORY,
} from './history-address';

it.each<[string, HistoryAddress]>([
  ['', WHOLE_HISTORY],
  ['?streamer=100', { ...WHOLE_HISTORY, streamerId: '100' }],
  ['?streamer=100&viewer=7', { streamerId: '100', viewerId: '7' }],
])('reads and writes the address "%s"', (search, address) => {
  expect(readHistoryAddress(search)).toEqual(address);
  expect(historySearch(address)).toBe(search);
});

it.each([
  '?streamer=demo&viewer=',
  '?viewer=<b>7',
  '?streamer=123456789012345678901',
  '?toString=1',
])('ignores what is invalid in %s', (search) => {
  expect(readHistoryAddress(search)).toEqual(WHOLE_HISTORY);
});
