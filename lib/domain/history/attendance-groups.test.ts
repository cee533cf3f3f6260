import { expect, it } from 'vitest';
import { START } from '@/tests/support/fakes/fake-clock';
import { type Attended, attendedIn, groupsOf } from './attendance-groups';

const ATTENDED: readonly Attended[] = [
  { streamerId: '1', heardAt: START, pausedFor: null },
  { streamerId: '2', heardAt: START, pausedFor: 'signed_out' },
  { streamerId: '3', heardAt: START + 1, pausedFor: null },
  { streamerId: '4', heardAt: START, pausedFor: null },
];

it('groups streamers by time and reason', () => {
  expect(groupsOf(ATTENDED)).toEqual([
    { heard_at: START, streamer_ids: ['1', '4'] },
    { heard_at: START, reason: 'signed_out', streamer_ids: ['2'] },
    { heard_at: START + 1, streamer_ids: ['3'] },
  ]);
});

it('finds the same streamers in the groups again', () => {
  const again = attendedIn(groupsOf(ATTENDED));
  expect(again.toSorted((a, b) => a.streamerId.localeCompare(b.streamerId))).toEqual(ATTENDED);
  expect([groupsOf([]), attendedIn([])]).toEqual([[], []]);
});
