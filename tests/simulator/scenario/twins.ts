import { automaticRedemption, rewardRedemption } from '../shapes/channel/channel-points.ts';
import type { ChatMessageOptions } from '../shapes/chat/chat-message.ts';
import type { ChatNotificationOptions } from '../shapes/chat/chat-notification.ts';
import { cheerFragments, messageBody } from '../shapes/chat/message-body.ts';
import { NOTICE_DEFAULTS } from '../shapes/chat/notice-defaults.ts';
import type { NoticePayloads } from '../shapes/chat/notice-payloads.ts';
import { derivedId } from '../shapes/chat/shared-chat.ts';
import type { EventShape } from '../shapes/event-shape.ts';
import { moment } from '../shapes/moments.ts';
import { bitsUse, channelCheer, POWER_UPS, type PowerUp } from '../shapes/support/bits.ts';
import { charityDonate } from '../shapes/support/charity.ts';
import {
  channelSubscribe,
  subscriptionGift,
  subscriptionMessage,
} from '../shapes/support/subscription.ts';
import { VIEWER } from '../world/people/accounts.ts';
import type { Person } from '../world/people/person.ts';

/** An act that chat shows, as another subscription type tells it to the streamer. */
export interface Twin {
  type: string;
  event: EventShape;
}

type Told<Notice> = (user: Person, notice: Notice, options: ChatNotificationOptions) => Twin[];

function twin(type: string, event: EventShape): Twin {
  return { type, event };
}

function giftTo(notice: NoticePayloads['sub_gift']): Twin {
  const user = {
    id: notice.recipient_user_id,
    login: notice.recipient_user_login,
    name: notice.recipient_user_name,
  };
  return twin(
    'channel.subscribe',
    channelSubscribe({ user, tier: notice.sub_tier, is_gift: true }),
  );
}

function giftsBy(
  { chatter = VIEWER }: ChatNotificationOptions,
  gift: { total: number; sub_tier: string; cumulative_total: number | null },
): Twin {
  const { total, sub_tier: tier, cumulative_total } = gift;
  const event = subscriptionGift({ user: chatter, total, tier, cumulative_total });
  return twin('channel.subscription.gift', event);
}

/** The notices that have a twin; upgrades and gifts that are passed on have none that is sure. */
const OF_NOTICES: { readonly [K in keyof NoticePayloads]?: Told<NoticePayloads[K]> } = {
  sub: (user, { sub_tier: tier }) => [twin('channel.subscribe', channelSubscribe({ user, tier }))],
  resub: (user, notice, { message = '' }) => {
    const { sub_tier: tier, cumulative_months, streak_months } = notice;
    const { text } = messageBody(message);
    const event = subscriptionMessage({ user, tier, text, cumulative_months, streak_months });
    return [twin('channel.subscription.message', event)];
  },
  sub_gift: (_user, notice, options) =>
    notice.community_gift_id === null
      ? [giftsBy(options, { ...notice, total: 1 }), giftTo(notice)]
      : [giftTo(notice)],
  community_sub_gift: (_user, notice, options) => [giftsBy(options, notice)],
  charity_donation: (user, { amount: { decimal_place, ...amount } }, { message_id = '' }) => {
    const id = derivedId({ user, amount, message_id });
    const donated = { ...amount, decimal_places: decimal_place };
    return [twin('channel.charity_campaign.donate', charityDonate({ id, user, amount: donated }))];
  },
};

function hasTwins(type: string): type is keyof typeof OF_NOTICES {
  return type in OF_NOTICES;
}

/** What else Twitch tells of an act that came as a notice. */
export function twinsOfNotice(options: ChatNotificationOptions): Twin[] {
  const { notice_type: type, chatter } = options;
  if (!hasTwins(type)) return [];
  // The table has the right function for every notice, but TypeScript can't relate the lookups.
  const tell = OF_NOTICES[type] as Told<object>;
  return tell(chatter ?? VIEWER, { ...NOTICE_DEFAULTS[type], ...options[type] }, options);
}

type Message = ChatMessageOptions & { chatter: Person };

function ofCheer(bits: number, { chatter: user, message = '' }: Message): Twin[] {
  const { text } = messageBody(message);
  const fragments = cheerFragments(bits, text);
  return [
    twin('channel.cheer', channelCheer({ user, bits, message: text })),
    twin('channel.bits.use', bitsUse({ user, bits, message: fragments })),
  ];
}

function ofPowerUp(bits: number, power_up: PowerUp) {
  return ({ chatter: user, message = '' }: Message): Twin[] => [
    twin('channel.bits.use', bitsUse({ user, bits, power_up, message })),
  ];
}

/** The messages of a special type that have a twin, and what that costs. */
const OF_MESSAGE_TYPES: Readonly<Record<string, (message: Message, at: string) => Twin[]>> = {
  power_ups_message_effect: ofPowerUp(30, POWER_UPS.messageEffect),
  power_ups_gigantified_emote: ofPowerUp(50, POWER_UPS.gigantify),
  channel_points_highlighted: ({ chatter: user, message = '' }, redeemed_at) => [
    twin(
      'channel.channel_points_automatic_reward_redemption.add',
      automaticRedemption({ user, message, redeemed_at }),
    ),
  ],
};

/** What else Twitch tells of an act that came as a message. */
export function twinsOfMessage(seconds: number, message: Message): Twin[] {
  const { chatter: user, bits, message_type = 'text' } = message;
  const redeemed_at = moment(seconds);
  if (bits !== undefined) return ofCheer(bits, message);
  if (message.channel_points_custom_reward_id) {
    const user_input = messageBody(message.message).text;
    const event = rewardRedemption({ user, user_input, redeemed_at });
    return [twin('channel.channel_points_custom_reward_redemption.add', event)];
  }
  return OF_MESSAGE_TYPES[message_type]?.(message, redeemed_at) ?? [];
}
