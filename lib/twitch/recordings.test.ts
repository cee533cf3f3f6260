import { expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '@/lib/time';
import { toRecording } from './recordings';

const ROW = {
  id: '2100',
  stream_id: '77',
  created_at: '2026-10-01T18:00:00Z',
  duration: '3h8m33s',
  url: 'https://www.twitch.tv/videos/2100',
};
const BEGIN = Date.UTC(2026, 9, 1, 18);

it('is told in our own words', () => {
  expect(toRecording(ROW)).toEqual({
    id: '2100',
    streamId: '77',
    startedAt: BEGIN,
    endsAt: BEGIN + 3 * HOUR + 8 * MINUTE + 33 * SECOND,
    url: ROW.url,
  });
});

it.each([
  ['45s', 45 * SECOND],
  ['8m3s', 8 * MINUTE + 3 * SECOND],
  ['26h0m1s', 26 * HOUR + SECOND],
])('lasts %s', (duration, lasted) => {
  expect(toRecording({ ...ROW, duration }).endsAt - BEGIN).toBe(lasted);
});

it.each([null, undefined])('may belong to no stream that is named (%s)', (stream_id) => {
  expect(toRecording({ ...ROW, stream_id }).streamId).toBeNull();
});

it('is nothing else', () => {
  expect(() => toRecording({ ...ROW, duration: 12 })).toThrow();
});
