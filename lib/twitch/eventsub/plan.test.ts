import { expect, it } from 'vitest';
import { planFor } from './plan';

const plan = planFor({ streamerId: '100', viewerId: '200' });

it('begins with what costs nothing, chat notices first', () => {
  expect(plan[0]).toMatchObject({ type: 'channel.chat.notification', cost: 0 });
  const costs = plan.map(({ cost }) => cost);
  expect(costs).toEqual(costs.toSorted((a, b) => a - b));
});

it('fits into the budget beside a dead session that still counts', () => {
  const cost = plan.reduce((sum, planned) => sum + planned.cost, 0);
  expect(cost).toBeLessThanOrEqual(5);
});

it('asks for chat as the viewer, and for the rest of the streamer alone', () => {
  const conditions = Object.fromEntries(plan.map(({ type, condition }) => [type, condition]));
  expect(conditions).toEqual({
    'channel.chat.notification': { broadcaster_user_id: '100', user_id: '200' },
    'channel.chat.message': { broadcaster_user_id: '100', user_id: '200' },
    'stream.online': { broadcaster_user_id: '100' },
    'stream.offline': { broadcaster_user_id: '100' },
    'channel.update': { broadcaster_user_id: '100' },
    'channel.raid': { from_broadcaster_user_id: '100' },
  });
});

it('asks for the versions that are understood: the second of channel.update', () => {
  const versions = Object.fromEntries(plan.map(({ type, version }) => [type, version]));
  expect(versions).toEqual({
    'channel.chat.notification': '1',
    'channel.chat.message': '1',
    'stream.online': '1',
    'stream.offline': '1',
    'channel.update': '2',
    'channel.raid': '1',
  });
});
