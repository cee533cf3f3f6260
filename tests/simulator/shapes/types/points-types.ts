import { AUDIENCE } from '../../world/people/audience.ts';
import { automaticRedemption, customReward, rewardRedemption } from '../channel/channel-points.ts';
import { emoteFragment } from '../chat/message-body.ts';
import type { TypeShape, TypeShapes } from './type-shape.ts';

const POINTS = 'channel.channel_points';

const redemption: TypeShape = {
  version: '1',
  build: (random) => rewardRedemption({ id: random.uuid(), user: random.pick(AUDIENCE) }),
  forms: {
    'with text': rewardRedemption({ user_input: 'Henrietta' }),
    fulfilled: rewardRedemption({ status: 'fulfilled' }),
    canceled: rewardRedemption({ status: 'canceled' }),
  },
};

const reward: TypeShape = {
  version: '1',
  build: (random) =>
    customReward({ reward: { id: random.uuid(), cost: random.pick([100, 500, 5_000]) } }),
  loose: ['image', 'cooldown_expires_at', 'redemptions_redeemed_current_stream'],
  forms: { paused: customReward({ is_paused: true }) },
};

/** Types about channel points. */
export const POINTS_TYPES: TypeShapes = {
  [`${POINTS}_automatic_reward_redemption.add`]: {
    version: '2',
    build: (random) => automaticRedemption({ id: random.uuid(), user: random.pick(AUDIENCE) }),
    loose: [
      'message',
      'message.fragments',
      'message.fragments.emote',
      'reward.emote',
      'reward.channel_points',
    ],
    forms: {
      'emote unlocked': automaticRedemption({
        message: null,
        reward: { type: 'random_sub_emote_unlock', emote: { id: '25', name: 'Kappa' } },
      }),
      'with an emote': automaticRedemption({ message: [emoteFragment('Kappa', '25')] }),
      'unknown reward': automaticRedemption({ reward: { type: 'hologram' }, message: null }),
    },
  },
  [`${POINTS}_custom_reward_redemption.add`]: redemption,
  [`${POINTS}_custom_reward_redemption.update`]: redemption,
  [`${POINTS}_custom_reward.add`]: reward,
  [`${POINTS}_custom_reward.update`]: reward,
  [`${POINTS}_custom_reward.remove`]: reward,
};
