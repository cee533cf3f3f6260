import type { Person } from '../../world/people/person.ts';
import type { EventShape } from '../event-shape.ts';
import { channelFields, userFields } from '../user-fields.ts';

export interface SubscribeOptions {
  broadcaster?: Person;
  /** The subscriber; for a gift, the recipient. */
  user?: Person;
  tier?: string;
  is_gift?: boolean;
}

/** Returns the event of `channel.subscribe`, and of `channel.subscription.end`. */
export function channelSubscribe(options: SubscribeOptions = {}): EventShape {
  return {
    ...userFields(options.user),
    ...channelFields(options.broadcaster),
    tier: options.tier ?? '1000',
    is_gift: options.is_gift ?? false,
  };
}

export interface SubscriptionGiftOptions {
  broadcaster?: Person;
  /** The gifter; null for an anonymous gifter. */
  user?: Person | null;
  tier?: string;
  total?: number;
  /** Null if the gifter does not share it, or the gift is anonymous. */
  cumulative_total?: number | null;
}

/** Returns the event of `channel.subscription.gift`: one event for a gift bomb of any size. */
export function subscriptionGift(options: SubscriptionGiftOptions = {}): EventShape {
  return {
    ...userFields(options.user),
    ...channelFields(options.broadcaster),
    total: options.total ?? 5,
    tier: options.tier ?? '1000',
    cumulative_total: options.cumulative_total ?? null,
    is_anonymous: options.user === null,
  };
}

export interface SubscriptionMessageOptions {
  broadcaster?: Person;
  user?: Person;
  tier?: string;
  text?: string;
  emotes?: readonly { begin: number; end: number; id: string }[] | null;
  cumulative_months?: number;
  streak_months?: number | null;
  duration_months?: number;
}

/** Returns the event of `channel.subscription.message`: a resub that the user shares in chat. */
export function subscriptionMessage(options: SubscriptionMessageOptions = {}): EventShape {
  return {
    ...userFields(options.user),
    ...channelFields(options.broadcaster),
    tier: options.tier ?? '1000',
    message: { text: options.text ?? '', emotes: options.emotes ?? null },
    cumulative_months: options.cumulative_months ?? 6,
    streak_months: options.streak_months ?? null,
    duration_months: options.duration_months ?? 1,
  };
}
