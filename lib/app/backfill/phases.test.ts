import { describe, expect, it } from 'vitest';
import { MINUTE } from '@/lib/time';
import { DEMO_STREAMER } from '@/tests/support/accounts';
import { START } from '@/tests/support/fake-clock';
import { pollEvents } from './polls';
import { predictionEvents } from './predictions';

/** The pause began at minute 10, and is looked through at minute 60. */
const at = (minutes: number | null) => (minutes === null ? null : START + minutes * MINUTE);
const when = (minutes: number) => START + minutes * MINUTE;
const SINCE = when(10);
const NOW = when(60);

const POLL = { pollId: 'p1', title: 'Which?', choices: [{ title: 'Chess', votes: 3 }] };
const PREDICTION = {
  predictionId: 'q1',
  title: 'Will it?',
  outcomes: [{ id: 'yes', title: 'Yes', users: 1, channelPoints: 10 }],
};

describe('of a poll is found', () => {
  it.each<[string, number, number | null, string[]]>([
    ['all that happened in the pause', 20, 30, ['begin at 20', 'end at 30']],
    ['only the end of one that was heard to begin', 5, 30, ['end at 30']],
    ['only the beginning of one that goes on', 20, null, ['begin at 20']],
    ['nothing of one that was over', 2, 5, []],
  ])('%s', (_what, startedAt, endedAt, expected) => {
    const status = endedAt === null ? null : 'completed';
    const poll = { ...POLL, status, startedAt: when(startedAt), endedAt: at(endedAt) };
    const events = pollEvents(DEMO_STREAMER, poll, SINCE, NOW);
    expect(
      events.map((one) => `${one.event_type.slice(5)} at ${(one.created_at - START) / MINUTE}`),
    ).toEqual(expected);
  });

  it('what the live message says, under its key, and when it was found', () => {
    const poll = { ...POLL, status: 'terminated', startedAt: when(5), endedAt: when(30) };
    expect(pollEvents(DEMO_STREAMER, poll, SINCE, NOW)).toEqual([
      {
        id: 'poll:p1:end',
        natural_key: 'poll:p1:end',
        thread: 'poll:p1',
        streamer_id: '100',
        streamer_name: 'Demo_Streamer',
        event_type: 'poll_end',
        source_type: 'channel.poll.end',
        viewer_id: null,
        viewer_login: null,
        viewer_name: null,
        created_at: when(30),
        found_at: NOW,
        detail: { ...POLL, status: 'terminated' },
      },
    ]);
  });
});

describe('of a prediction is found', () => {
  it.each<[string, (number | null)[], string[]]>([
    ['all that happened in the pause', [20, 25, 30], ['begin', 'lock', 'end']],
    ['what came after it was heard to begin', [5, 25, 30], ['lock', 'end']],
    ['no lock where there was none', [20, null, 30], ['begin', 'end']],
    ['only what has come of one that goes on', [20, 25, null], ['begin', 'lock']],
    ['nothing of one that was over', [2, 4, 6], []],
  ])('%s', (_what, [startedAt = 0, lockedAt = null, endedAt = null], expected) => {
    const prediction = {
      ...PREDICTION,
      status: endedAt === null ? null : 'resolved',
      winnerId: 'yes',
      startedAt: when(startedAt ?? 0),
      lockedAt: at(lockedAt),
      endedAt: at(endedAt),
    };
    const events = predictionEvents(DEMO_STREAMER, prediction, SINCE, NOW);
    expect(events.map(({ natural_key }) => natural_key)).toEqual(
      expected.map((phase) => `prediction:q1:${phase}`),
    );
    // Who has won is known at the end only.
    for (const { event_type, detail } of events) {
      expect(detail).toMatchObject({ winnerId: event_type === 'prediction_end' ? 'yes' : null });
    }
  });
});
