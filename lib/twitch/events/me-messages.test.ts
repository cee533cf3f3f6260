import { expect, it } from 'vitest';
import { rewardRedemption } from '@/tests/simulator/shapes/channel/channel-points';
import { chatMessage } from '@/tests/simulator/shapes/chat/chat-message';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { suspiciousUserMessage } from '@/tests/simulator/shapes/moderation/suspicious-user';
import { bitsUse, channelCheer } from '@/tests/simulator/shapes/support/bits';
import { subscriptionMessage } from '@/tests/simulator/shapes/support/subscription';
import { eventOf } from '@/tests/support/running/notification-event';

const ME = '\u0001ACTION dances\u0001';
const NOTICE = 'channel.chat.notification';
const MESSAGE = 'channel.chat.message';
const inFragments = {
  message: { text: ME, fragments: [{ type: 'text', text: ME }] },
};

it.each<[string, object]>([
  [NOTICE, chatNotification({ notice_type: 'resub', message: ME })],
  [NOTICE, chatNotification({ notice_type: 'announcement', message: ME })],
  [NOTICE, chatNotification({ notice_type: 'unknown', message: ME })],
  [NOTICE, chatNotification({ notice_type: 'shared_chat_resub', message: ME })],
  [NOTICE, chatNotification({ notice_type: 'resub', message: ME.slice(0, -1) })],
  [MESSAGE, { ...chatMessage({ bits: 5 }), ...inFragments }],
  [MESSAGE, { ...chatMessage({ bits: 5 }), message: { text: ME, fragments: null } }],
  [MESSAGE, { ...chatMessage({ message_type: 'channel_points_highlighted' }), ...inFragments }],
  ['channel.subscription.message', subscriptionMessage({ text: ME })],
  ['channel.cheer', { ...channelCheer(), message: ME }],
  ['channel.bits.use', { ...bitsUse({}), ...inFragments }],
  ['channel.suspicious_user.message', { ...suspiciousUserMessage(), ...inFragments }],
  ['channel.channel_points_custom_reward_redemption.add', rewardRedemption({ user_input: ME })],
])('the text of a /me message is read without its marks from %s (%#)', (type, payload) => {
  expect(eventOf(type, payload)?.detail).toMatchObject({ message: 'dances' });
});

it('a text that only speaks of an ACTION stays as it is', () => {
  const payload = chatNotification({ notice_type: 'resub', message: 'ACTION dances' });
  expect(eventOf(NOTICE, payload)?.detail).toMatchObject({ message: 'ACTION dances' });
});
