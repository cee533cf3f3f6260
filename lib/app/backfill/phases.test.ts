import { describe, expect, it } from 'vitest';
import { MINUTE } from '@/lib/time';
import { DEMO_STREAMER } from '@/tests/support/builders/accounts';
import { START } from '@/tests/support/fakes/fake-clock';
import { pollEvents } from './polls';
import { predictionEvents } from './predictions';

/** Times in minutes. The gap starts at minute 10, and the backfill runs at minute 60. */
const minute = (minutes: number) => START + minutes * MINUTE;
const minuteOrNull = (minutes: number | null) => (minutes === null ? null : minute(minutes));
const SINCE = minute(10);
const NOW = minute(60);

const POLL = { pollId: 'p1', title: 'Which?', choices: [{ title: 'Chess', votes: 3 }] };
const PREDICTION = {
  predictionId: 'q1',
  title: 'Will it?',
  outcomes: [{ id: 'yes', title: 'Yes', users: 1, channelPoints: 10 }],
};

describe('pollEvents', () => {
  it.each<[string, number, number | null, string[]]>([
    ['both phases of a poll in the gap', 20, 30, ['begin at 20', 'end at 30']],
    ['only the end of a poll that began before the gap', 5, 30, ['end at 30']],
    ['only the beginning of a poll that is still open', 20, null, ['begin at 20']],
    ['nothing for a poll that ended before the gap', 2, 5, []],
  ])('returns %s', (_case, startedAt, endedAt, expected) => {
    const status = endedAt === null ? null : 'completed';
    const poll = {
      ...POLL,
      status,
      startedAt: minute(startedAt),
      endedAt: minuteOrNull(endedAt),
    };
    const events = pollEvents(DEMO_STREAMER, poll, SINCE, NOW);
    expect(
      events.map(
        ({ event_type, created_at }) =>
          `${event_type.slice(5)} at ${(created_at - START) / MINUTE}`,
      ),
    ).toEqual(expected);
  });

  it('returns the content and key of the live event, with the time of the backfill', () => {
    const poll = { ...POLL, status: 'terminated', startedAt: minute(5), endedAt: minute(30) };
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
        created_at: minute(30),
        found_at: NOW,
        detail: { ...POLL, status: 'terminated' },
      },
    ]);
  });
});

describe('predictionEvents', () => {
  it.each<[string, (number | null)[], string[]]>([
    ['every phase of a prediction in the gap', [20, 25, 30], ['begin', 'lock', 'end']],
    ['the later phases if it began before the gap', [5, 25, 30], ['lock', 'end']],
    ['no lock for a prediction that was not locked', [20, null, 30], ['begin', 'end']],
    ['only the phases so far of an open prediction', [20, 25, null], ['begin', 'lock']],
    ['nothing for a prediction that ended before the gap', [2, 4, 6], []],
  ])('returns %s', (_case, [startedAt = 0, lockedAt = null, endedAt = null], expected) => {
    const prediction = {
      ...PREDICTION,
      status: endedAt === null ? null : 'resolved',
      winnerId: 'yes',
      startedAt: minute(startedAt ?? 0),
      lockedAt: minuteOrNull(lockedAt),
      endedAt: minuteOrNull(endedAt),
    };
    const events = predictionEvents(DEMO_STREAMER, prediction, SINCE, NOW);
    expect(events.map(({ natural_key }) => natural_key)).toEqual(
      expected.map((phase) => `prediction:q1:${phase}`),
    );
    // Only the end has a winner.
    for (const { event_type, detail } of events) {
      expect(detail).toMatchObject({ winnerId: event_type === 'prediction_end' ? 'yes' : null });
    }
  });
});
