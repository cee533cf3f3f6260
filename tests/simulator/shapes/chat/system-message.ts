import type { NoticePayloads, PlainNotice } from './notice-payloads.ts';

type Sentences = { [K in PlainNotice]: (name: string, notice: NoticePayloads[K]) => string };

const tierName = (tier: string) => `Tier ${Number(tier) / 1_000}`;

function gifterName(name: string | null): string {
  return name ?? 'an anonymous gifter';
}

/** The English sentences that Twitch sends with each notice. */
export const SYSTEM_MESSAGES: Sentences = {
  sub: (name, { is_prime, sub_tier }) =>
    `${name} subscribed ${is_prime ? 'with Prime' : `at ${tierName(sub_tier)}`}.`,
  resub: (name, { is_prime, sub_tier, cumulative_months, streak_months }) => {
    const how = is_prime ? 'with Prime' : `at ${tierName(sub_tier)}`;
    const streak = streak_months === null ? '' : `, currently on a ${streak_months} month streak`;
    return `${name} subscribed ${how}. They've subscribed for ${cumulative_months} months${streak}!`;
  },
  sub_gift: (name, { sub_tier, recipient_user_name, cumulative_total }) => {
    const total = cumulative_total
      ? ` They have given ${cumulative_total} Gift Subs in the channel!`
      : '';
    return `${name} gifted a ${tierName(sub_tier)} sub to ${recipient_user_name}!${total}`;
  },
  community_sub_gift: (name, { total, sub_tier, cumulative_total }) => {
    const all = cumulative_total
      ? ` They've gifted a total of ${cumulative_total} in the channel!`
      : '';
    return `${name} is gifting ${total} ${tierName(sub_tier)} Subs to the community!${all}`;
  },
  gift_paid_upgrade: (name, { gifter_user_name }) =>
    `${name} is continuing the Gift Sub they got from ${gifterName(gifter_user_name)}!`,
  prime_paid_upgrade: (name, { sub_tier }) =>
    `${name} converted from a Prime sub to a ${tierName(sub_tier)} sub!`,
  pay_it_forward: (name, { gifter_user_name, recipient_user_name }) =>
    `${name} is paying forward the Gift they got from ${gifterName(gifter_user_name)} to ${recipient_user_name ?? 'the community'}!`,
  raid: (_name, { user_name, viewer_count }) =>
    `${viewer_count} raiders from ${user_name} have joined!`,
  unraid: () => 'The raid has been canceled.',
  announcement: () => '',
  bits_badge_tier: (name, { tier }) => `${name} just earned a new ${tier} Bits badge!`,
  charity_donation: (name, { charity_name, amount }) => {
    const sum = (amount.value / 10 ** amount.decimal_place).toFixed(amount.decimal_place);
    return `${name}: Donated ${amount.currency} ${sum} to support ${charity_name}`;
  },
  watch_streak: (name, { streak_count }) =>
    `${name} watched ${streak_count} consecutive streams and sparked a watch streak!`,
  modiversary: (name, { months }) =>
    `${name} is celebrating ${months} months as a moderator of this channel!`,
  gifted_drops_summary: (name, { recipient_count }) =>
    `${name} gifted drops to ${recipient_count} viewers!`,
};
