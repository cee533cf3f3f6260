import { expect, it } from 'vitest';
import { HOUR, SECOND } from '@/lib/time';
import { createClockOffset } from './clock-offset';

/** Converts the times of messages, each with Twitch's time and the time of reading. */
function localTimes(...messages: readonly [sentAt: number | null, now: number][]): number[] {
  const toLocalTime = createClockOffset();
  return messages.map(([sentAt, now]) => toLocalTime({ sentAt, now }));
}

it.each<[string, [number | null, number][], number[]]>([
  [
    'messages on time',
    [
      [10, 11],
      [20, 21],
    ],
    [11, 21],
  ],
  [
    'clocks that differ by an hour',
    [
      [HOUR, 0],
      [HOUR + 10, 10],
    ],
    [0, 10],
  ],
  [
    'messages read after a sleep',
    [
      [10, 10],
      [20, HOUR],
      [30, HOUR],
      [HOUR, HOUR],
    ],
    [10, 20, 30, HOUR],
  ],
  [
    'a message that arrives faster than the ones before',
    [
      [10, 15],
      [20, 21],
      [30, 32],
    ],
    [15, 21, 31],
  ],
  [
    'a message that is sent twice',
    [
      [10, 10],
      [20, 20],
      [10, 30],
    ],
    [10, 20, 20],
  ],
  [
    'a clock set back',
    [
      [HOUR, HOUR],
      [HOUR + 10, 10],
      [HOUR + 20, 20],
    ],
    [HOUR, 10, 20],
  ],
  [
    'a clock set forward',
    [
      [10 * SECOND, 10 * SECOND],
      [20 * SECOND, HOUR + 20 * SECOND],
      [30 * SECOND, HOUR + 30 * SECOND],
    ],
    [10 * SECOND, 20 * SECOND, HOUR + 30 * SECOND],
  ],
  [
    'messages that arrive later and later',
    [
      [10 * SECOND, 10 * SECOND],
      [20 * SECOND, 25 * SECOND],
      [30 * SECOND, 40 * SECOND],
      [40 * SECOND, 55 * SECOND],
    ],
    [10 * SECOND, 20 * SECOND, 30 * SECOND, 40 * SECOND],
  ],
  [
    'a message from the year 1',
    [
      [10, 10],
      [-6e13, 20],
      [30, 30],
    ],
    [10, 10, 30],
  ],
  [
    'messages without a time',
    [
      [null, 5],
      [10, 10],
      [null, HOUR],
    ],
    [5, 10, 10],
  ],
])('converts the times of %s', (_case, messages, expected) => {
  expect(localTimes(...messages)).toEqual(expected);
});
