import { expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '@/lib/time';
import { jumpTo, jumpUrl, placeText, secondOf, videoOfPath } from './recording';

const START = Date.UTC(2026, 9, 1, 18);
const ended = { id: '1', startedAt: START, endsAt: START + HOUR };
const running = { id: '2', startedAt: START + 2 * HOUR, endsAt: null };
const jump = (time: number) => jumpTo([running, ended], time);

it.each([
  ['some seconds before the event', START + MINUTE, { videoId: '1', seconds: 40 }],
  ['not before the recording', START + 5 * SECOND, { videoId: '1', seconds: 0 }],
  ['into a broadcast that goes on', START + 3 * HOUR, { videoId: '2', seconds: 3580 }],
  ['nowhere between two broadcasts', START + HOUR + SECOND, null],
  ['nowhere before the first', START - SECOND, null],
])('jumps %s', (_where, time, expected) => {
  expect(jump(time)).toEqual(expected);
});

it.each([
  [0, '0h0m0s'],
  [59, '0h0m59s'],
  [3_600, '1h0m0s'],
  [36_123, '10h2m3s'],
])('has the address of second %i', (seconds, time) => {
  expect(jumpUrl({ videoId: '7', seconds })).toBe(`https://www.twitch.tv/videos/7?t=${time}`);
});

it.each([
  [START - SECOND, 0],
  [START + 90.5 * SECOND, 90],
])('counts the seconds of the recording', (time, second) => {
  expect(secondOf(ended, time)).toBe(second);
});

it.each([
  [0, '0:00:00'],
  [3_723, '1:02:03'],
  [360_000, '100:00:00'],
])('writes second %i as %s', (second, text) => {
  expect(placeText(second)).toBe(text);
});

it.each([
  ['/videos/123', '123'],
  ['/videos/123/', '123'],
  ['/demo_streamer/video/123', '123'],
  ['/demo_streamer/v/123', '123'],
  ['/demo_streamer/videos', null],
  ['/videos/all', null],
  ['/demo_streamer', null],
])('finds in %s the VOD %s', (path, id) => {
  expect(videoOfPath(path)).toBe(id);
});
