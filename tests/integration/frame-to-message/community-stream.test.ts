import { beforeEach, describe, expect, it } from 'vitest';
import { userMessageOf } from '@/lib/domain/wording/describe';
import { adBreakBegin } from '@/tests/simulator/shapes/channel/ad-break';
import {
  automaticRedemption,
  rewardRedemption,
} from '@/tests/simulator/shapes/channel/channel-points';
import { channelFollow } from '@/tests/simulator/shapes/channel/follow';
import { sharedChat, sharedChatEnd } from '@/tests/simulator/shapes/channel/shared-chat-session';
import { shoutoutCreate, shoutoutReceive } from '@/tests/simulator/shapes/channel/shoutout';
import { channelRaid, streamOffline, streamOnline } from '@/tests/simulator/shapes/channel/stream';
import { chatMessage } from '@/tests/simulator/shapes/chat/chat-message';
import { bitsUse, customPowerUpRedemption } from '@/tests/simulator/shapes/support/bits';
import {
  channelSubscribe,
  subscriptionMessage,
} from '@/tests/simulator/shapes/support/subscription';
import { OTHER_STREAMER, STREAMER, VIEWER } from '@/tests/simulator/world/people/accounts';
import { installEnglish } from '@/tests/support/english';
import { eventOf } from '@/tests/support/running/notification-event';
import { expectMessage, type MessageCase, rowOf } from '@/tests/support/running/notification-row';

beforeEach(installEnglish);

const POINTS = 'channel.channel_points';
const THIRD = { id: '102', login: 'third', name: 'Third' };
const FOURTH = { id: '103', login: 'fourth', name: 'Fourth' };
const emote = (type: string) => ({ type, emote: { id: '25', name: 'Kappa' } });

const COMMUNITY: MessageCase[] = [
  ['Demo_Viewer followed', null, 'channel.follow', channelFollow(), 'follow'],
  [
    'Demo_Viewer highlighted a message',
    null,
    'channel.chat.message',
    chatMessage({ message_type: 'channel_points_highlighted' }),
    'highlight',
  ],
  [
    'Demo_Viewer redeemed Name a chicken',
    '5,000 channel points',
    `${POINTS}_custom_reward_redemption.add`,
    rewardRedemption(),
    'redemption',
  ],
  [
    'Demo_Viewer sent a message in sub-only chat',
    '300 channel points',
    `${POINTS}_automatic_reward_redemption.add`,
    automaticRedemption({ reward: { type: 'single_message_bypass_sub_mode' } }),
    'redemption',
  ],
  [
    'Demo_Viewer unlocked the emote Kappa',
    '300 channel points',
    `${POINTS}_automatic_reward_redemption.add`,
    automaticRedemption({ reward: emote('chosen_sub_emote_unlock'), message: null }),
    'redemption',
  ],
  [
    'Demo_Viewer redeemed channel points',
    '1 channel point',
    `${POINTS}_automatic_reward_redemption.add`,
    automaticRedemption({ reward: { type: 'hologram', channel_points: 1 } }),
    'redemption',
  ],
  [
    'Other_Streamer is raiding with 3 viewers',
    null,
    'channel.raid',
    channelRaid({ from: OTHER_STREAMER, to: STREAMER, viewers: 3 }),
    'raid_in',
  ],
  [
    'Demo_Streamer raided Other_Streamer with 42 viewers',
    null,
    'channel.raid',
    channelRaid({ to: OTHER_STREAMER }),
    'raid_out',
  ],
  [
    'Demo_Mod gave a shoutout to Other_Streamer',
    'In front of 860 viewers',
    'channel.shoutout.create',
    shoutoutCreate(),
    'shoutout_given',
  ],
  [
    'Other_Streamer gave Demo_Streamer a shoutout',
    'In front of 1 viewer',
    'channel.shoutout.receive',
    shoutoutReceive({ viewer_count: 1 }),
    'shoutout_received',
  ],
];

const STREAM: MessageCase[] = [
  ['Demo_Streamer went live', null, 'stream.online', streamOnline(), 'stream_online'],
  ['Demo_Streamer ended the stream', null, 'stream.offline', streamOffline(), 'stream_offline'],
  [
    'Ad break of 90 seconds',
    'Started by Demo_Streamer',
    'channel.ad_break.begin',
    adBreakBegin(),
    'ad_break',
  ],
  [
    'Ad break of 3 minutes',
    'Started automatically',
    'channel.ad_break.begin',
    adBreakBegin({ duration_seconds: 180, is_automatic: true, isInTexts: true }),
    'ad_break',
  ],
  [
    'An ad break began',
    'Started by Demo_Streamer',
    'channel.ad_break.begin',
    adBreakBegin({ duration_seconds: 0 }),
    'ad_break',
  ],
  [
    'Demo_Streamer shares the chat with Other_Streamer',
    null,
    'channel.shared_chat.begin',
    sharedChat(),
    'shared_chat_begin',
  ],
  [
    'Demo_Streamer now shares the chat with Other_Streamer and 2 other channels',
    null,
    'channel.shared_chat.update',
    sharedChat({ participants: [OTHER_STREAMER, STREAMER, THIRD, FOURTH] }),
    'shared_chat_update',
  ],
  [
    'Demo_Streamer is alone in the shared chat',
    null,
    'channel.shared_chat.update',
    sharedChat({ participants: [STREAMER] }),
    'shared_chat_update',
  ],
  [
    'Demo_Streamer left the shared chat',
    null,
    'channel.shared_chat.end',
    sharedChatEnd(),
    'shared_chat_end',
  ],
];

describe.each([
  ['the community', COMMUNITY],
  ['the stream', STREAM],
])('messages about %s', (_group, cases) => {
  it.each(cases)('%s / %s', (...expected) => {
    const { event } = expectMessage(...expected);
    const [text] = expected;
    expect(event.viewer_name === VIEWER.name).toBe(text.includes(VIEWER.name));
  });
});

describe('the message of a viewer', () => {
  it.each<[string, string, object]>([
    ['six!', 'channel.subscription.message', subscriptionMessage({ text: 'six!' })],
    ['for the lamp', 'channel.bits.use', bitsUse({ message: 'for the lamp' })],
    [
      'Henrietta',
      `${POINTS}_custom_reward_redemption.add`,
      rewardRedemption({ user_input: 'Henrietta' }),
    ],
    [
      'blueberries',
      'channel.custom_power_up_redemption.add',
      customPowerUpRedemption({ user_input: 'blueberries' }),
    ],
  ])('is "%s" from %s', (text, type, payload) => {
    expect(userMessageOf(rowOf(type, payload))).toBe(text);
  });
});

describe('an event that another type reports', () => {
  it.each<[string, object]>([
    ['channel.subscribe', channelSubscribe({ is_gift: true })],
    [`${POINTS}_custom_reward_redemption.update`, rewardRedemption({ status: 'fulfilled' })],
    [`${POINTS}_automatic_reward_redemption.add`, automaticRedemption()],
  ])('is not recorded from %s', (type, payload) => {
    expect(eventOf(type, payload)).toBeNull();
  });
});
