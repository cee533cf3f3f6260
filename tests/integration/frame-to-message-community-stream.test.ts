import { beforeEach, describe, expect, it } from 'vitest';
import { userMessageOf } from '@/lib/domain/wording/describe';
import { OTHER_STREAMER, STREAMER, VIEWER } from '@/tests/simulator/people/accounts';
import { adBreakBegin } from '@/tests/simulator/shapes/ad-break';
import { bitsUse, customPowerUpRedemption } from '@/tests/simulator/shapes/bits';
import { automaticRedemption, rewardRedemption } from '@/tests/simulator/shapes/channel-points';
import { chatMessage } from '@/tests/simulator/shapes/chat-message';
import { sharedChat, sharedChatEnd } from '@/tests/simulator/shapes/chat-session';
import { channelFollow } from '@/tests/simulator/shapes/follow';
import { shoutoutCreate, shoutoutReceive } from '@/tests/simulator/shapes/shoutout';
import { channelRaid } from '@/tests/simulator/shapes/stream';
import { channelSubscribe, subscriptionMessage } from '@/tests/simulator/shapes/subscription';
import { useEnglish } from '@/tests/support/english';
import { hear } from '@/tests/support/notification-event';
import { expectToRead, type KindCase, rowOf } from '@/tests/support/notification-row';

beforeEach(useEnglish);

const POINTS = 'channel.channel_points';
const THIRD = { id: '102', login: 'third', name: 'Third' };
const FOURTH = { id: '103', login: 'fourth', name: 'Fourth' };
const emote = (type: string) => ({ type, emote: { id: '25', name: 'Kappa' } });

const COMMUNITY: KindCase[] = [
  ['follow', 'Demo_Viewer followed', null, ['channel.follow', channelFollow()]],
  [
    'highlight',
    'Demo_Viewer highlighted a message',
    null,
    ['channel.chat.message', chatMessage({ message_type: 'channel_points_highlighted' })],
  ],
  [
    'redemption',
    'Demo_Viewer redeemed Name a chicken',
    '5,000 channel points',
    [`${POINTS}_custom_reward_redemption.add`, rewardRedemption()],
  ],
  [
    'redemption',
    'Demo_Viewer sent a message in sub-only chat',
    '300 channel points',
    [
      `${POINTS}_automatic_reward_redemption.add`,
      automaticRedemption({ reward: { type: 'single_message_bypass_sub_mode' } }),
    ],
  ],
  [
    'redemption',
    'Demo_Viewer unlocked the emote Kappa',
    '300 channel points',
    [
      `${POINTS}_automatic_reward_redemption.add`,
      automaticRedemption({ reward: emote('chosen_sub_emote_unlock'), message: null }),
    ],
  ],
  [
    'redemption',
    'Demo_Viewer redeemed channel points',
    '1 channel point',
    [
      `${POINTS}_automatic_reward_redemption.add`,
      automaticRedemption({ reward: { type: 'hologram', channel_points: 1 } }),
    ],
  ],
  [
    'raid_in',
    'Other_Streamer is raiding with 3 viewers',
    null,
    ['channel.raid', channelRaid({ from: OTHER_STREAMER, to: STREAMER, viewers: 3 })],
  ],
  [
    'shoutout_given',
    'Demo_Mod gave a shoutout to Other_Streamer',
    'In front of 860 viewers',
    ['channel.shoutout.create', shoutoutCreate()],
  ],
  [
    'shoutout_received',
    'Other_Streamer gave Demo_Streamer a shoutout',
    'In front of 1 viewer',
    ['channel.shoutout.receive', shoutoutReceive({ viewer_count: 1 })],
  ],
];

const STREAM: KindCase[] = [
  [
    'ad_break',
    'Ad break of 90 seconds',
    'Started by Demo_Streamer',
    ['channel.ad_break.begin', adBreakBegin()],
  ],
  [
    'ad_break',
    'Ad break of 3 minutes',
    'Started automatically',
    [
      'channel.ad_break.begin',
      adBreakBegin({ duration_seconds: 180, is_automatic: true, isInTexts: true }),
    ],
  ],
  [
    'ad_break',
    'An ad break began',
    'Started by Demo_Streamer',
    ['channel.ad_break.begin', adBreakBegin({ duration_seconds: 0 })],
  ],
  [
    'shared_chat_begin',
    'Demo_Streamer shares the chat with Other_Streamer',
    null,
    ['channel.shared_chat.begin', sharedChat()],
  ],
  [
    'shared_chat_update',
    'Demo_Streamer now shares the chat with Other_Streamer and 2 other channels',
    null,
    [
      'channel.shared_chat.update',
      sharedChat({ participants: [OTHER_STREAMER, STREAMER, THIRD, FOURTH] }),
    ],
  ],
  [
    'shared_chat_update',
    'Demo_Streamer is alone in the shared chat',
    null,
    ['channel.shared_chat.update', sharedChat({ participants: [STREAMER] })],
  ],
  [
    'shared_chat_end',
    'Demo_Streamer left the shared chat',
    null,
    ['channel.shared_chat.end', sharedChatEnd()],
  ],
];

describe.each([
  ['the community', COMMUNITY],
  ['the stream', STREAM],
])('%s as it is read', (_what, cases) => {
  it.each(cases)('%s: %s / %s', (...expected) => {
    const { event } = expectToRead(...expected);
    const [, words] = expected;
    expect(event.viewer_name === VIEWER.name).toBe(words.includes(VIEWER.name));
  });
});

describe('what the viewer wrote', () => {
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
  ])('%s', (words, type, payload) => {
    expect(userMessageOf(rowOf(type, payload))).toBe(words);
  });
});

describe('what another type tells', () => {
  it.each<[string, object]>([
    ['channel.subscribe', channelSubscribe({ is_gift: true })],
    [`${POINTS}_custom_reward_redemption.update`, rewardRedemption({ status: 'fulfilled' })],
    [`${POINTS}_automatic_reward_redemption.add`, automaticRedemption()],
  ])('is not recorded from %s', (type, payload) => {
    expect(hear(type, payload)).toBeNull();
  });
});
