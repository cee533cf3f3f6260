import { beforeEach, describe, expect, it } from 'vitest';
import { chatMessage } from '@/tests/simulator/shapes/chat/chat-message';
import {
  bitsUse,
  channelCheer,
  customPowerUpRedemption,
  POWER_UPS,
} from '@/tests/simulator/shapes/support/bits';
import { charityDonate, euros } from '@/tests/simulator/shapes/support/charity';
import {
  channelSubscribe,
  subscriptionGift,
  subscriptionMessage,
} from '@/tests/simulator/shapes/support/subscription';
import { VIEWER } from '@/tests/simulator/world/people/accounts';
import { installEnglish } from '@/tests/support/english';
import { formatEuros } from '@/tests/support/format-euros';
import { expectMessage, type MessageCase } from '@/tests/support/running/notification-row';

beforeEach(installEnglish);

const subGift = (options: object) =>
  ['channel.subscription.gift', subscriptionGift(options)] as const;
const bits = (options: object) => ['channel.bits.use', bitsUse(options)] as const;

const SUPPORT: MessageCase[] = [
  ['Demo_Viewer subscribed at Tier 1', null, 'channel.subscribe', channelSubscribe(), 'sub'],
  [
    'The Tier 2 sub of Demo_Viewer ended',
    null,
    'channel.subscription.end',
    channelSubscribe({ tier: '2000' }),
    'sub_end',
  ],
  [
    'The gifted Tier 1 sub of Demo_Viewer ended',
    null,
    'channel.subscription.end',
    channelSubscribe({ is_gift: true }),
    'sub_end',
  ],
  [
    'Demo_Viewer gifted 5 Tier 1 subs to the community',
    '84 gifts in this channel so far',
    ...subGift({ cumulative_total: 84 }),
    'community_gift',
  ],
  [
    'An anonymous gifter gifted a Tier 1 sub',
    null,
    ...subGift({ user: null, total: 1, cumulative_total: 0 }),
    'community_gift',
  ],
  [
    'Demo_Viewer resubscribed with Tier 1: 14 months, 3 in a row',
    null,
    'channel.subscription.message',
    subscriptionMessage({ cumulative_months: 14, streak_months: 3 }),
    'resub',
  ],
  ['Demo_Viewer cheered 100 bits', null, 'channel.cheer', channelCheer(), 'cheer'],
  [
    'An anonymous cheerer cheered 1 bit',
    null,
    'channel.cheer',
    channelCheer({ user: null, bits: 1 }),
    'cheer',
  ],
  ['Demo_Viewer cheered 100 bits', null, ...bits({}), 'cheer'],
  ['An anonymous cheerer cheered 100 bits', null, ...bits({ user: null }), 'cheer'],
  [
    'Demo_Viewer sent a message with an effect',
    '100 bits',
    ...bits({ power_up: POWER_UPS.messageEffect, message: 'look' }),
    'power_up',
  ],
  [
    'Demo_Viewer sent a giant emote',
    '1 bit',
    ...bits({ power_up: POWER_UPS.gigantify, bits: 1 }),
    'power_up',
  ],
  [
    'Demo_Viewer set off a celebration on screen',
    '100 bits',
    ...bits({ power_up: POWER_UPS.celebration }),
    'power_up',
  ],
  [
    'Demo_Viewer used the power-up Rain',
    '100 bits',
    ...bits({ custom_power_up: { title: 'Rain', reward_id: '1' } }),
    'power_up',
  ],
  ['Demo_Viewer used a power-up', '100 bits', ...bits({ type: 'custom_power_up' }), 'power_up'],
  [
    'Demo_Viewer used the power-up Rain of parsnips',
    '250 bits',
    'channel.custom_power_up_redemption.add',
    customPowerUpRedemption(),
    'power_up',
  ],
  [
    'Something new from Twitch by Demo_Viewer: channel.bits.use',
    null,
    ...bits({ type: 'combo' }),
    'other',
  ],
  [
    'Demo_Viewer sent a message with an effect',
    null,
    'channel.chat.message',
    chatMessage({ message_type: 'power_ups_message_effect' }),
    'power_up',
  ],
  [
    'Demo_Viewer sent a giant emote',
    null,
    'channel.chat.message',
    chatMessage({ message_type: 'power_ups_gigantified_emote' }),
    'power_up',
  ],
  [
    `Demo_Viewer donated ${formatEuros(5.5)} to Seawatch Trust`,
    null,
    'channel.charity_campaign.donate',
    charityDonate({ amount: euros(550) }),
    'charity_donation',
  ],
];

describe('messages about support', () => {
  it.each(SUPPORT)('%s / %s', (...expected) => {
    const { event } = expectMessage(...expected);
    const [text] = expected;
    expect(event.viewer_name === VIEWER.name).toBe(!text.startsWith('An anonymous'));
  });
});
