import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '@/lib/time';
import { channelFollow } from '@/tests/simulator/shapes/channel/follow';
import { anAccount } from '@/tests/support/builders/accounts';
import { START } from '@/tests/support/fakes/fake-clock';
import { listenAfterGap, prepareGap, SINCE } from '@/tests/support/running/listener-after-gap';
import { type RunningListener } from '@/tests/support/running/running-listener';

const MODERATOR = anAccount({
  scopes: ['user:read:chat', 'user:read:moderated_channels', 'moderator:read:followers'],
});
const THE_STREAMER = anAccount({
  id: '100',
  scopes: ['user:read:chat', 'channel:read:polls', 'channel:read:predictions'],
});

const idsOf = ({ recorded }: RunningListener) => recorded.map(({ id }) => id);

describe('new followers', () => {
  const follower = (id: string, followedAt: number) => ({
    user: { id, login: `fan_${id}`, name: `Fan_${id}` },
    followedAt,
  });

  it('are recorded once each for a moderator', async () => {
    const running = await prepareGap();
    const second = Date.UTC(2026, 9, 1, 17, 50);
    running.api.past.followers.push(follower('2', second), follower('1', SINCE - MINUTE));
    await listenAfterGap(running, MODERATOR);
    expect(running.recorded).toMatchObject([
      {
        id: `follow:2:${second / SECOND}`,
        event_type: 'follow',
        viewer_name: 'Fan_2',
        created_at: second,
        found_at: START,
      },
    ]);
    // The notification arrives after all. Its key is the same, so the log ignores it.
    const user = { id: '2', login: 'fan_2', name: 'Fan_2' };
    const followed_at = new Date(second + 123).toISOString();
    running.notify('channel.follow', channelFollow({ user, followed_at }));
    expect(running.recorded[1]?.natural_key).toBe(running.recorded[0]?.natural_key);
  });

  it('are not looked up for a plain viewer', async () => {
    const running = await prepareGap();
    running.api.past.followers.push(follower('2', START - MINUTE));
    await listenAfterGap(running);
    expect(running.recorded).toEqual([]);
  });
});

describe('polls and predictions', () => {
  const poll = { pollId: 'p1', title: 'Which?', choices: [] };
  const prediction = { predictionId: 'q1', title: 'Will it?', outcomes: [], winnerId: null };
  const times = { startedAt: START - 20 * MINUTE, endedAt: START - 10 * MINUTE };

  async function prepareOwn(): Promise<RunningListener> {
    const running = await prepareGap();
    const { past } = running.api;
    past.polls.push({ ...poll, status: 'completed', ...times });
    past.predictions.push({ ...prediction, status: 'canceled', lockedAt: null, ...times });
    return running;
  }

  it('are recorded for the streamer', async () => {
    const running = await prepareOwn();
    await listenAfterGap(running, THE_STREAMER);
    expect(idsOf(running).toSorted()).toEqual([
      'poll:p1:begin',
      'poll:p1:end',
      'prediction:q1:begin',
      'prediction:q1:end',
    ]);
  });

  it('are not looked up without the scopes', async () => {
    const running = await prepareOwn();
    await listenAfterGap(running, anAccount({ id: '100' }));
    expect(running.recorded).toEqual([]);
  });
});
