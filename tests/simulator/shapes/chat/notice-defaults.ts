import { avatarUrl, MODERATOR, OTHER_STREAMER, VIEWER } from '../../world/people/accounts.ts';
import type { NoticePayloads } from './notice-payloads.ts';

const NO_GIFTER = {
  gifter_is_anonymous: null,
  gifter_user_id: null,
  gifter_user_name: null,
  gifter_user_login: null,
};

const A_GIFTER = {
  gifter_is_anonymous: false,
  gifter_user_id: MODERATOR.id,
  gifter_user_name: MODERATOR.name,
  gifter_user_login: MODERATOR.login,
};

const NO_RECIPIENT = {
  recipient_user_id: null,
  recipient_user_name: null,
  recipient_user_login: null,
};

const A_RECIPIENT = {
  recipient_user_id: VIEWER.id,
  recipient_user_name: VIEWER.name,
  recipient_user_login: VIEWER.login,
};

/** A complete example of every notice's object; a caller's values replace its fields. */
export const NOTICE_DEFAULTS: Readonly<NoticePayloads> = {
  sub: { sub_tier: '1000', is_prime: false, duration_months: 1 },
  resub: {
    cumulative_months: 6,
    duration_months: 0,
    streak_months: null,
    sub_tier: '1000',
    is_prime: false,
    is_gift: false,
    ...NO_GIFTER,
  },
  sub_gift: {
    duration_months: 1,
    cumulative_total: null,
    ...A_RECIPIENT,
    sub_tier: '1000',
    community_gift_id: null,
  },
  community_sub_gift: { id: '8844', total: 5, sub_tier: '1000', cumulative_total: null },
  gift_paid_upgrade: A_GIFTER,
  prime_paid_upgrade: { sub_tier: '1000' },
  pay_it_forward: { ...A_GIFTER, ...NO_RECIPIENT },
  raid: {
    user_id: OTHER_STREAMER.id,
    user_name: OTHER_STREAMER.name,
    user_login: OTHER_STREAMER.login,
    viewer_count: 42,
    profile_image_url: avatarUrl(OTHER_STREAMER.login),
  },
  unraid: {},
  announcement: { color: 'PRIMARY' },
  bits_badge_tier: { tier: 1_000 },
  charity_donation: {
    charity_name: 'Seawatch Trust',
    amount: { value: 500, decimal_place: 2, currency: 'EUR' },
  },
  watch_streak: { streak_count: 5, channel_points_awarded: 450 },
  modiversary: { months: 12 },
  gifted_drops_summary: { recipient_count: 10 },
};
