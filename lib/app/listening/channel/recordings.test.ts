import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '@/lib/time';
import { endRecording, isLookupDue, recordingsOf } from './recordings';

const NOW = Date.UTC(2026, 9, 1, 18);
const LIVE = { streamId: '77', startedAt: NOW - 10 * MINUTE };
const ended = { id: '1', startedAt: NOW - DAY, endsAt: NOW - DAY + MINUTE };
const running = { id: '2', startedAt: LIVE.startedAt, endsAt: null };
const vod = (id: string, streamId: string | null) => ({
  id,
  streamId,
  startedAt: LIVE.startedAt,
  endsAt: NOW,
  url: `https://www.twitch.tv/videos/${id}`,
});

describe('recordingsOf', () => {
  it('lets the recording of the live broadcast go on', () => {
    const recordings = recordingsOf([vod('2', '77'), vod('1', '76')], LIVE);
    expect(recordings.map(({ endsAt }) => endsAt)).toEqual([null, NOW]);
  });

  it('does not take a VOD without a broadcast for the live one', () => {
    expect(recordingsOf([vod('2', null)], null)).toMatchObject([{ endsAt: NOW }]);
  });

  it('leaves out what cannot be an id', () => {
    expect(recordingsOf([vod('../login', '77')], LIVE)).toEqual([]);
  });
});

describe('endRecording', () => {
  it('ends the recording that goes on', () => {
    expect(endRecording([running, ended], NOW)).toEqual([{ ...running, endsAt: NOW }, ended]);
  });

  it.each([[undefined], [[]], [[ended]]])('changes nothing in %j', (recordings) => {
    expect(endRecording(recordings, NOW)).toBeNull();
  });
});

describe('isLookupDue', () => {
  it.each([
    ['if they never were looked up', {}, true],
    ['not within a day', { recordingsAt: NOW - DAY + 1 }, false],
    ['after a day', { recordingsAt: NOW - DAY }, true],
    ['if the clock was set back', { recordingsAt: NOW + MINUTE }, true],
    ['some minutes after the beginning', { live: LIVE, recordingsAt: NOW - 6 * MINUTE }, true],
    ['not again soon after that', { live: LIVE, recordingsAt: NOW - 4 * MINUTE }, false],
    [
      'not before that',
      { live: { ...LIVE, startedAt: NOW - 4 * MINUTE }, recordingsAt: NOW - DAY / 2 },
      false,
    ],
    [
      'a second time if there was none',
      { live: { ...LIVE, startedAt: NOW - 31 * MINUTE }, recordingsAt: NOW - 25 * MINUTE },
      true,
    ],
    [
      'not a second time if there was one',
      {
        live: { ...LIVE, startedAt: NOW - 31 * MINUTE },
        recordings: [running],
        recordingsAt: NOW - 25 * MINUTE,
      },
      false,
    ],
  ])('looks up %s', (_when, state, isDue) => {
    expect(isLookupDue({ live: null, ...state }, NOW)).toBe(isDue);
  });
});
