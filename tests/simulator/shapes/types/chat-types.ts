import { AUDIENCE } from '../../world/people/audience.ts';
import { CHATTER } from '../../world/people/lines.ts';
import { chatClear, chatClearUserMessages, chatMessageDelete } from '../chat/chat-clearing.ts';
import { chatMessage } from '../chat/chat-message.ts';
import { CHAT_MESSAGE_FORMS } from '../chat/chat-message-forms.ts';
import { chatNotification } from '../chat/chat-notification.ts';
import { chatSettingsUpdate } from '../chat/chat-settings.ts';
import {
  NOTICE_TYPES,
  type NoticeType,
  plainNotice,
  UNDOCUMENTED_NOTICES,
} from '../chat/notice-payloads.ts';
import type { EventShape } from '../event-shape.ts';
import { type TypeShapes, userKeys } from './type-shape.ts';

const SOURCE_KEYS = [
  ...userKeys('source_broadcaster_user'),
  'source_message_id',
  'source_badges',
  'is_source_only',
];
const FRAGMENT_KEYS = ['cheermote', 'emote', 'mention', 'gif'].map(
  (key) => `message.fragments.${key}`,
);

/** Keys inside the objects of notices that can be missing or null. */
const LOOSE_IN_NOTICES: readonly (readonly [NoticeType, ...string[]])[] = [
  ['resub', 'streak_months', 'is_prime', 'gifter_is_anonymous', ...userKeys('gifter_user')],
  ['sub_gift', 'cumulative_total', 'community_gift_id'],
  ['community_sub_gift', 'cumulative_total'],
  ['gift_paid_upgrade', ...userKeys('gifter_user')],
  ['pay_it_forward', ...userKeys('gifter_user'), ...userKeys('recipient_user')],
];

function noticeForms(): Record<string, EventShape> {
  const plain = NOTICE_TYPES.map((notice_type) => [notice_type, chatNotification({ notice_type })]);
  const anonymous = NOTICE_TYPES.filter((type) => plainNotice(type).endsWith('sub_gift'));
  return {
    ...Object.fromEntries(plain),
    ...Object.fromEntries(
      anonymous.map((notice_type) => [
        `anonymous ${notice_type}`,
        chatNotification({ notice_type, chatter: null }),
      ]),
    ),
  };
}

/** Undocumented notices with Twitch's sentence, without it, and from an anonymous viewer. */
function undocumentedForms(): Record<string, EventShape> {
  const forms = UNDOCUMENTED_NOTICES.flatMap((notice_type) => [
    [notice_type, chatNotification({ notice_type })],
    [
      `${notice_type} without a sentence`,
      chatNotification({ notice_type, system_message: '', otherKeys: 'missing' }),
    ],
    [`${notice_type} of an anonymous viewer`, chatNotification({ notice_type, chatter: null })],
  ]);
  return Object.fromEntries(forms);
}

const GIFTER = {
  gifter_is_anonymous: false,
  gifter_user_id: '1001',
  gifter_user_login: 'quietotter',
  gifter_user_name: 'QuietOtter',
};
const RECIPIENT = {
  recipient_user_id: '1002',
  recipient_user_login: 'tea_at_three',
  recipient_user_name: 'tea_at_three',
};

function formsOfMessages(): Record<string, EventShape> {
  const forms = Object.entries(CHAT_MESSAGE_FORMS);
  return Object.fromEntries(forms.map(([name, options]) => [name, chatMessage(options)]));
}

/** Types that every reader of the chat can receive. */
export const CHAT_TYPES: TypeShapes = {
  'channel.chat.message': {
    version: '1',
    build: (random) =>
      chatMessage({ chatter: random.pick(AUDIENCE), message: random.pick(CHATTER) }),
    loose: [
      // Twitch once sent null here, see https://github.com/twitchdev/issues/issues/983
      'message.fragments',
      ...FRAGMENT_KEYS,
      'cheer',
      'reply',
      'channel_points_custom_reward_id',
      'channel_points_animation_id',
      ...SOURCE_KEYS,
    ],
    forms: formsOfMessages(),
  },
  'channel.chat.notification': {
    version: '1',
    build: (random) => {
      const notice_type = random.pick(NOTICE_TYPES);
      return chatNotification({ notice_type, chatter: random.pick(AUDIENCE) });
    },
    loose: [
      ...userKeys('chatter_user'),
      'message.fragments',
      ...SOURCE_KEYS,
      ...LOOSE_IN_NOTICES.flatMap(([type, ...keys]) => keys.map((key) => `${type}.${key}`)),
    ],
    forms: {
      ...noticeForms(),
      ...undocumentedForms(),
      'gifted resub': chatNotification({
        notice_type: 'resub',
        resub: { ...GIFTER, is_gift: true, streak_months: 3 },
      }),
      'gift of a bomb': chatNotification({
        notice_type: 'sub_gift',
        sub_gift: { community_gift_id: '8844', cumulative_total: 12 },
      }),
      'bomb with a total': chatNotification({
        notice_type: 'community_sub_gift',
        community_sub_gift: { cumulative_total: 0 },
      }),
      'gift passed on to a user': chatNotification({
        notice_type: 'pay_it_forward',
        pay_it_forward: RECIPIENT,
      }),
      'other keys missing': chatNotification({ notice_type: 'sub', otherKeys: 'missing' }),
      unknown: chatNotification({ notice_type: 'unknown' }),
      'unknown notice': chatNotification({ notice_type: 'hologram_wave' }),
    },
  },
  'channel.chat.clear': { version: '1', build: () => chatClear() },
  'channel.chat.clear_user_messages': {
    version: '1',
    build: (random) => chatClearUserMessages({ target: random.pick(AUDIENCE) }),
  },
  'channel.chat.message_delete': {
    version: '1',
    build: (random) =>
      chatMessageDelete({ target: random.pick(AUDIENCE), message_id: random.uuid() }),
  },
  'channel.chat_settings.update': {
    version: '1',
    build: (random) =>
      chatSettingsUpdate({
        slow_mode_wait_time_seconds: random.pick([10, 30, 60]),
        emote_mode: random.chance(0.5),
      }),
    loose: ['follower_mode_duration_minutes', 'slow_mode_wait_time_seconds'],
    forms: { 'followers only': chatSettingsUpdate({ follower_mode_duration_minutes: 10 }) },
  },
};
