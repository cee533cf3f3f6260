import { expect, it } from 'vitest';
import { channelFollow } from '@/tests/simulator/shapes/channel/follow';
import { withoutKeys } from '@/tests/simulator/shapes/event-shape';
import { hear } from '@/tests/support/notification-event';

const FOLLOW = channelFollow({
  user: { id: '200', login: 'ann', name: 'Ann' },
  followed_at: '2026-10-01T18:00:00.987654321Z',
});

it('has a natural key of user and second, like a follow that backfill finds', () => {
  const second = Date.UTC(2026, 9, 1, 18) / 1000;
  expect(hear('channel.follow', FOLLOW)?.natural_key).toBe(`follow:200:${second}`);
});

it.each(['followed_at', 'user_id'])('has no natural key without %s', (key) => {
  expect(hear('channel.follow', withoutKeys(FOLLOW, key))).not.toHaveProperty('natural_key');
});
