import type { Random } from '../../core/random.ts';
import { AUDIENCE } from '../../world/people/audience.ts';
import { CHEER_MESSAGES, RESUB_MESSAGES } from '../../world/people/lines.ts';
import { bitsUse, channelCheer, customPowerUpRedemption, POWER_UPS } from '../support/bits.ts';
import { charityCampaign, charityDonate, euros } from '../support/charity.ts';
import {
  channelSubscribe,
  subscriptionGift,
  subscriptionMessage,
} from '../support/subscription.ts';
import { type TypeShape, type TypeShapes, userKeys } from './type-shape.ts';

const user = (random: Random) => random.pick(AUDIENCE);
const tier = (random: Random) => random.pick(['1000', '2000', '3000']);
const bits = (random: Random) => random.pick([1, 100, 500, 1_000, 5_000, 10_000]);

const subscription: TypeShape = {
  version: '1',
  build: (random) => channelSubscribe({ user: user(random), tier: tier(random) }),
  forms: { gift: channelSubscribe({ is_gift: true }) },
};

function campaign(phase: 'start' | 'progress' | 'stop'): TypeShape {
  return {
    version: '1',
    build: (random) => charityCampaign(phase, { current_amount: euros(random.integer(0, 60_000)) }),
  };
}

/** Types about subscriptions, bits and donations. */
export const SUPPORT_TYPES: TypeShapes = {
  'channel.subscribe': subscription,
  'channel.subscription.end': subscription,
  'channel.subscription.gift': {
    version: '1',
    build: (random) =>
      subscriptionGift({ user: user(random), tier: tier(random), total: random.integer(1, 50) }),
    loose: [...userKeys('user'), 'cumulative_total'],
    forms: {
      anonymous: subscriptionGift({ user: null }),
      'with a total': subscriptionGift({ cumulative_total: 84 }),
      'total of 0': subscriptionGift({ cumulative_total: 0 }),
    },
  },
  'channel.subscription.message': {
    version: '1',
    build: (random) =>
      subscriptionMessage({
        user: user(random),
        tier: tier(random),
        text: random.pick(RESUB_MESSAGES),
        cumulative_months: random.integer(2, 60),
      }),
    loose: ['message.emotes', 'streak_months'],
    forms: {
      streak: subscriptionMessage({ cumulative_months: 14, streak_months: 3 }),
      emotes: subscriptionMessage({ text: 'Kappa', emotes: [{ begin: 0, end: 4, id: '25' }] }),
    },
  },
  'channel.cheer': {
    version: '1',
    build: (random) =>
      channelCheer({
        user: user(random),
        bits: bits(random),
        message: random.pick(CHEER_MESSAGES),
      }),
    loose: userKeys('user'),
    forms: { anonymous: channelCheer({ user: null }) },
  },
  'channel.bits.use': {
    version: '1',
    build: (random) => bitsUse({ user: user(random), bits: bits(random) }),
    loose: [
      'message',
      'message.fragments',
      'message.fragments.emote',
      'message.fragments.cheermote',
      'power_up',
      'power_up.emote',
      'power_up.message_effect_id',
      'custom_power_up',
    ],
    forms: {
      'message effect': bitsUse({ power_up: POWER_UPS.messageEffect, message: 'look at this' }),
      celebration: bitsUse({ bits: 500, power_up: POWER_UPS.celebration }),
      'gigantified emote': bitsUse({ bits: 300, power_up: POWER_UPS.gigantify, message: 'Kappa' }),
      'custom power-up': bitsUse({
        bits: 250,
        custom_power_up: { title: 'Rain of parsnips', reward_id: 'parsnips' },
      }),
      anonymous: bitsUse({ user: null }),
    },
  },
  'channel.custom_power_up_redemption.add': {
    version: '1',
    build: (random) => customPowerUpRedemption({ id: random.uuid(), user: user(random) }),
    forms: { 'with text': customPowerUpRedemption({ user_input: 'blueberries' }) },
  },
  'channel.charity_campaign.donate': {
    version: '1',
    build: (random) =>
      charityDonate({
        id: random.uuid(),
        user: user(random),
        amount: euros(random.integer(100, 9_000)),
      }),
    forms: {
      yen: charityDonate({ amount: { value: 5_000, decimal_places: 0, currency: 'JPY' } }),
    },
  },
  'channel.charity_campaign.start': campaign('start'),
  'channel.charity_campaign.progress': campaign('progress'),
  'channel.charity_campaign.stop': campaign('stop'),
};
