/** The objects that notices have under their own key. */
export interface NoticePayloads {
  /**
   * Twitch's examples have `sub_plan`, real events have `sub_tier`. See
   * https://github.com/twitchdev/issues/issues/1039
   */
  sub: { sub_tier: string; is_prime: boolean; duration_months: number };
  resub: {
    cumulative_months: number;
    duration_months: number;
    streak_months: number | null;
    sub_tier: string;
    is_prime: boolean | null;
    is_gift: boolean;
    gifter_is_anonymous: boolean | null;
    gifter_user_id: string | null;
    gifter_user_name: string | null;
    gifter_user_login: string | null;
  };
  sub_gift: {
    duration_months: number;
    cumulative_total: number | null;
    recipient_user_id: string;
    recipient_user_name: string;
    recipient_user_login: string;
    sub_tier: string;
    community_gift_id: string | null;
  };
  community_sub_gift: {
    id: string;
    total: number;
    sub_tier: string;
    /** Can be 0 instead of null, see https://github.com/twitchdev/issues/issues/1156 */
    cumulative_total: number | null;
  };
  gift_paid_upgrade: {
    gifter_is_anonymous: boolean;
    gifter_user_id: string | null;
    gifter_user_name: string | null;
    gifter_user_login: string | null;
  };
  prime_paid_upgrade: { sub_tier: string };
  pay_it_forward: {
    gifter_is_anonymous: boolean;
    gifter_user_id: string | null;
    gifter_user_name: string | null;
    gifter_user_login: string | null;
    recipient_user_id: string | null;
    recipient_user_name: string | null;
    recipient_user_login: string | null;
  };
  raid: {
    user_id: string;
    user_name: string;
    user_login: string;
    viewer_count: number;
    profile_image_url: string;
  };
  unraid: Record<string, never>;
  announcement: { color: string };
  bits_badge_tier: { tier: number };
  charity_donation: {
    charity_name: string;
    amount: { value: number; decimal_place: number; currency: string };
  };
  watch_streak: { streak_count: number; channel_points_awarded: number };
  modiversary: { months: number };
  gifted_drops_summary: { recipient_count: number };
}

/** Notices that can also come from another channel of a shared chat. */
const SHARED_NOTICES = [
  'sub',
  'resub',
  'sub_gift',
  'community_sub_gift',
  'gift_paid_upgrade',
  'prime_paid_upgrade',
  'pay_it_forward',
  'raid',
  'announcement',
  'modiversary',
  'gifted_drops_summary',
] as const satisfies readonly (keyof NoticePayloads)[];

export type PlainNotice = keyof NoticePayloads;
export type SharedNotice = `shared_chat_${(typeof SHARED_NOTICES)[number]}`;
export type NoticeType = PlainNotice | SharedNotice;

/** The keys of a real notification after `notice_type`, in Twitch's order. */
export const NOTICE_KEYS: readonly NoticeType[] = [
  'sub',
  'resub',
  'sub_gift',
  'community_sub_gift',
  'gift_paid_upgrade',
  'prime_paid_upgrade',
  'pay_it_forward',
  'raid',
  'unraid',
  'announcement',
  'bits_badge_tier',
  'charity_donation',
  'watch_streak',
  'modiversary',
  'shared_chat_sub',
  'shared_chat_resub',
  'shared_chat_sub_gift',
  'shared_chat_community_sub_gift',
  'shared_chat_gift_paid_upgrade',
  'shared_chat_prime_paid_upgrade',
  'shared_chat_pay_it_forward',
  'shared_chat_raid',
  'shared_chat_announcement',
  'shared_chat_modiversary',
];

/** Every notice type with its own object; `unknown` has none. */
export const NOTICE_TYPES: readonly NoticeType[] = [
  ...NOTICE_KEYS,
  'gifted_drops_summary',
  'shared_chat_gifted_drops_summary',
];

const UNDOCUMENTED_PLAIN_NOTICES = [
  'subsidized_sub',
  'subsidized_community_sub_gift',
  'gift_sub_base_match',
  'gift_sub_bonus_match',
  'gift_sub_bonus_match_summary',
];

/**
 * Notice types that Twitch sends since August 2026 without having documented their objects, which
 * are therefore left out: https://github.com/twitchdev/issues/issues/1203
 */
export const UNDOCUMENTED_NOTICES: readonly string[] = [
  ...UNDOCUMENTED_PLAIN_NOTICES,
  ...UNDOCUMENTED_PLAIN_NOTICES.map((notice) => `shared_chat_${notice}`),
  'sponsored_shopping_purchase',
];

const PLAIN_OF_SHARED: ReadonlyMap<string, PlainNotice> = new Map(
  SHARED_NOTICES.map((notice) => [`shared_chat_${notice}`, notice]),
);

/** Returns the plain notice type; a shared notice has the same fields as the plain one. */
export function plainNotice(type: NoticeType): PlainNotice {
  // A type that is not in the table of shared types is already plain.
  return PLAIN_OF_SHARED.get(type) ?? (type as PlainNotice);
}
