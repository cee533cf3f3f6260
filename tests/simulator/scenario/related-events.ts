import { automaticRedemption, rewardRedemption } from '../shapes/channel/channel-points.ts';
import type { ChatMessageOptions } from '../shapes/chat/chat-message.ts';
import type { ChatNotificationOptions } from '../shapes/chat/chat-notification.ts';
import { cheerFragments, messageBody } from '../shapes/chat/message-body.ts';
import { NOTICE_DEFAULTS } from '../shapes/chat/notice-defaults.ts';
import type { NoticePayloads } from '../shapes/chat/notice-payloads.ts';
import { derivedId } from '../shapes/derived-id.ts';
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

/** Another subscription type's event about something that chat shows. */
export interface RelatedEvent {
  type: string;
  event: EventShape;
}

type RelatedEvents<Notice> = (
  user: Person,
  notice: Notice,
  options: ChatNotificationOptions,
) => RelatedEvent[];

function related(type: string, event: EventShape): RelatedEvent {
  return { type, event };
}

function giftTo(notice: NoticePayloads['sub_gift']): RelatedEvent {
  const user = {
    id: notice.recipient_user_id,
    login: notice.recipient_user_login,
    name: notice.recipient_user_name,
  };
  const event = channelSubscribe({ user, tier: notice.sub_tier, is_gift: true });
  return related('channel.subscribe', event);
}

function giftsBy(
  { chatter = VIEWER }: ChatNotificationOptions,
  gift: { total: number; sub_tier: string; cumulative_total: number | null },
): RelatedEvent {
  const { total, sub_tier: tier, cumulative_total } = gift;
  const event = subscriptionGift({ user: chatter, total, tier, cumulative_total });
  return related('channel.subscription.gift', event);
}

/**
 * The related events by notice type. Upgrades and gifts that are passed on have none for which
 * there is a source.
 */
const OF_NOTICES: { readonly [K in keyof NoticePayloads]?: RelatedEvents<NoticePayloads[K]> } = {
  sub: (user, { sub_tier: tier }) => [
    related('channel.subscribe', channelSubscribe({ user, tier })),
  ],
  resub: (user, notice, { message = '' }) => {
    const { sub_tier: tier, cumulative_months, streak_months } = notice;
    const { text } = messageBody(message);
    const event = subscriptionMessage({ user, tier, text, cumulative_months, streak_months });
    return [related('channel.subscription.message', event)];
  },
  sub_gift: (_user, notice, options) =>
    notice.community_gift_id === null
      ? [giftsBy(options, { ...notice, total: 1 }), giftTo(notice)]
      : [giftTo(notice)],
  community_sub_gift: (_user, notice, options) => [giftsBy(options, notice)],
  charity_donation: (user, { amount: { decimal_place, ...amount } }, { message_id = '' }) => {
    const id = derivedId({ user, amount, message_id });
    const donated = { ...amount, decimal_places: decimal_place };
    const event = charityDonate({ id, user, amount: donated });
    return [related('channel.charity_campaign.donate', event)];
  },
};

function hasRelatedEvents(type: string): type is keyof typeof OF_NOTICES {
  return type in OF_NOTICES;
}

/** Returns the other events that Twitch sends together with a notice. */
export function relatedToNotice(options: ChatNotificationOptions): RelatedEvent[] {
  const { notice_type: type, chatter } = options;
  if (!hasRelatedEvents(type)) return [];
  // Each notice type has the matching function, but TypeScript cannot relate the lookups.
  const relatedEvents = OF_NOTICES[type] as RelatedEvents<object>;
  const notice = { ...NOTICE_DEFAULTS[type], ...options[type] };
  return relatedEvents(chatter ?? VIEWER, notice, options);
}

type Message = ChatMessageOptions & { chatter: Person };

function ofCheer(bits: number, { chatter: user, message = '' }: Message): RelatedEvent[] {
  const { text } = messageBody(message);
  const fragments = cheerFragments(bits, text);
  return [
    related('channel.cheer', channelCheer({ user, bits, message: text })),
    related('channel.bits.use', bitsUse({ user, bits, message: fragments })),
  ];
}

function ofPowerUp(bits: number, power_up: PowerUp) {
  return ({ chatter: user, message = '' }: Message): RelatedEvent[] => [
    related('channel.bits.use', bitsUse({ user, bits, power_up, message })),
  ];
}

/** The related events by message type. */
const OF_MESSAGE_TYPES: Readonly<Record<string, (message: Message, at: string) => RelatedEvent[]>> =
  {
    power_ups_message_effect: ofPowerUp(30, POWER_UPS.messageEffect),
    power_ups_gigantified_emote: ofPowerUp(50, POWER_UPS.gigantify),
    channel_points_highlighted: ({ chatter: user, message = '' }, redeemed_at) => [
      related(
        'channel.channel_points_automatic_reward_redemption.add',
        automaticRedemption({ user, message, redeemed_at }),
      ),
    ],
  };

/** Returns the other events that Twitch sends together with a message. */
export function relatedToMessage(seconds: number, message: Message): RelatedEvent[] {
  const { chatter: user, bits, message_type = 'text' } = message;
  const redeemed_at = moment(seconds);
  if (bits !== undefined) return ofCheer(bits, message);
  if (message.channel_points_custom_reward_id) {
    const user_input = messageBody(message.message).text;
    const event = rewardRedemption({ user, user_input, redeemed_at });
    return [related('channel.channel_points_custom_reward_redemption.add', event)];
  }
  return OF_MESSAGE_TYPES[message_type]?.(message, redeemed_at) ?? [];
}
