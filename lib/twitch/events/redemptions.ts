import * as z from 'zod/mini';
import { count, message, text, userFields, userOf, wordsOf } from '../payload/schema';
import { type Mappers, mapper } from './mapper';

const user = userFields('user');

const custom = z.object({
  ...user,
  id: z.string(),
  user_input: text,
  reward: z.object({ title: text, cost: count }),
});

const automatic = z.object({
  ...user,
  id: z.string(),
  message,
  reward: z.object({
    type: z.string(),
    channel_points: count,
    emote: z.nullish(z.object({ name: text })),
  }),
});

/** Channel points as only the streamer can hear of them. */
export const REDEMPTION_MAPPERS: Mappers = {
  'channel.channel_points_custom_reward_redemption.add': mapper(custom, (event) => ({
    kind: 'redemption',
    viewer: userOf(event, 'user'),
    naturalKey: `redemption:${event.id}`,
    detail: {
      message: event.user_input,
      rewardType: 'custom',
      title: event.reward.title,
      cost: event.reward.cost,
    },
  })),
  // Fulfilled or cancelled: the redemption itself was told when it was made.
  'channel.channel_points_custom_reward_redemption.update': () => 'ignored',
  'channel.channel_points_automatic_reward_redemption.add': mapper(automatic, (event) => {
    // Chat tells it to everybody, the streamer included.
    if (event.reward.type === 'send_highlighted_message') return 'ignored';
    return {
      kind: 'redemption',
      viewer: userOf(event, 'user'),
      naturalKey: `redemption:${event.id}`,
      detail: {
        message: wordsOf(event.message),
        rewardType: event.reward.type,
        title: event.reward.emote?.name ?? '',
        cost: event.reward.channel_points,
      },
    };
  }),
};
