// @vitest-environment node
import { expect, it } from 'vitest';
import { channelPoll } from '../shapes/polls-goals-trains/poll.ts';
import { moveTimes } from './move-times.ts';

it('moves times to the time of playing, at the speed of the scenario', () => {
  const startedAt = Date.parse('2027-01-01T00:00:00Z');
  const event = moveTimes(channelPoll('end'), { startedAt, speed: 120 });
  expect(event).toMatchObject({
    title: 'Where to next?',
    started_at: '2027-01-01T00:00:00.000Z',
    ended_at: '2027-01-01T00:00:01.000Z',
    choices: [{ votes: 31 }, {}, {}],
  });
  expect(moveTimes({ ends_at: null, held_at: 'soon' }, { startedAt, speed: 1 })).toEqual({
    ends_at: null,
    held_at: 'soon',
  });
});
