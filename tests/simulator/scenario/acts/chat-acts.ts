import { channelRaid } from '../../shapes/channel/stream.ts';
import { avatarUrl, MODERATOR, STREAMER } from '../../world/people/accounts.ts';
import * as lines from '../../world/people/lines.ts';
import type { Person } from '../../world/people/person.ts';
import type { Act } from './act.ts';

const TIERS = ['1000', '1000', '1000', '1000', '2000', '3000'] as const;

export const sub: Act = ({ random, notice, nextViewer }, seconds) =>
  notice(seconds, {
    notice_type: 'sub',
    chatter: nextViewer(),
    sub: { sub_tier: random.pick(TIERS), is_prime: false, duration_months: 1 },
  });

export const primeSub: Act = ({ notice, nextViewer }, seconds) =>
  notice(seconds, { notice_type: 'sub', chatter: nextViewer(), sub: { is_prime: true } });

export const resub: Act = ({ random, notice, nextViewer }, seconds) => {
  const cumulative_months = random.integer(2, 40);
  const streak_months = random.chance(0.6) ? random.integer(1, cumulative_months) : null;
  notice(seconds, {
    notice_type: 'resub',
    chatter: nextViewer(),
    message: random.chance(0.8) ? random.pick(lines.RESUB_MESSAGES) : '',
    resub: {
      cumulative_months,
      streak_months,
      sub_tier: random.pick(TIERS),
      is_prime: random.chance(0.2),
    },
  });
};

function recipientOf({ id, login, name }: Person) {
  return { recipient_user_id: id, recipient_user_login: login, recipient_user_name: name };
}

export const singleGift: Act = ({ random, notice, nextViewer }, seconds) =>
  notice(seconds, {
    notice_type: 'sub_gift',
    chatter: nextViewer(),
    sub_gift: {
      ...recipientOf(nextViewer()),
      cumulative_total: random.chance(0.5) ? random.integer(1, 60) : null,
    },
  });

export const anonymousGift: Act = ({ notice, nextViewer }, seconds) =>
  notice(seconds, {
    notice_type: 'sub_gift',
    chatter: null,
    sub_gift: recipientOf(nextViewer()),
  });

/** A gift bomb; its header comes between the gifts, because Twitch does not guarantee an order. */
function giftBombBy(gifter: Person | null, total: number): Act {
  return ({ random, notice, viewers }, seconds) => {
    const id = String(random.integer(1_000_000_000, 9_999_999_999));
    const cumulative_total = gifter ? total + random.integer(0, 150) : null;
    const moments = Array.from({ length: total + 1 }, () => seconds + random.next() * 15);
    const [first = seconds, second = seconds, ...others] = moments.toSorted((a, b) => a - b);
    const [header = seconds, ...later] = random.shuffle(others);
    notice(header, {
      notice_type: 'community_sub_gift',
      chatter: gifter,
      community_sub_gift: { id, total, sub_tier: '1000', cumulative_total },
    });
    const times = [first, second, ...later];
    for (const [index, recipient] of viewers(total, gifter).entries()) {
      notice(times[index] ?? seconds, {
        notice_type: 'sub_gift',
        chatter: gifter,
        sub_gift: { ...recipientOf(recipient), community_gift_id: id },
      });
    }
  };
}

export function giftBomb(total: number): Act {
  return (script, seconds) => giftBombBy(script.nextViewer(), total)(script, seconds);
}

export function anonymousGiftBomb(total: number): Act {
  return giftBombBy(null, total);
}

export const giftUpgrade: Act = ({ notice, nextViewer }, seconds) => {
  const { id, login, name } = nextViewer();
  notice(seconds, {
    notice_type: 'gift_paid_upgrade',
    chatter: nextViewer(),
    gift_paid_upgrade: { gifter_user_id: id, gifter_user_login: login, gifter_user_name: name },
  });
};

export const primeUpgrade: Act = ({ notice, nextViewer }, seconds) =>
  notice(seconds, { notice_type: 'prime_paid_upgrade', chatter: nextViewer() });

export const payItForward: Act = ({ notice, nextViewer }, seconds) => {
  const { id, login, name } = nextViewer();
  notice(seconds, {
    notice_type: 'pay_it_forward',
    chatter: nextViewer(),
    pay_it_forward: { gifter_user_id: id, gifter_user_login: login, gifter_user_name: name },
  });
};

export const cheer: Act = ({ random, message, nextViewer }, seconds) =>
  message(seconds, {
    chatter: nextViewer(),
    bits: random.pick([50, 100, 100, 200, 300, 500, 1_000, 1_500, 5_000]),
    message: random.chance(0.75) ? random.pick(lines.CHEER_MESSAGES) : '',
  });

/** A raid: a chat notice and an event of `channel.raid`. */
export function raidBy(raider: Person, viewers: number): Act {
  return ({ notice, event }, seconds) => {
    const { id, login, name } = raider;
    notice(seconds, {
      notice_type: 'raid',
      chatter: raider,
      raid: {
        user_id: id,
        user_login: login,
        user_name: name,
        viewer_count: viewers,
        profile_image_url: avatarUrl(login),
      },
    });
    event(seconds, 'channel.raid', channelRaid({ from: raider, to: STREAMER, viewers }));
  };
}

export function announcement(text: string): Act {
  return ({ random, notice }, seconds) =>
    notice(seconds, {
      notice_type: 'announcement',
      chatter: MODERATOR,
      message: text,
      announcement: { color: random.pick(['PRIMARY', 'BLUE', 'GREEN', 'ORANGE', 'PURPLE']) },
    });
}

export const watchStreak: Act = ({ random, notice, nextViewer }, seconds) =>
  notice(seconds, {
    notice_type: 'watch_streak',
    chatter: nextViewer(),
    message: random.pick(lines.STREAK_MESSAGES),
    watch_streak: { streak_count: random.pick([3, 5, 7, 10, 15]), channel_points_awarded: 450 },
  });

export const bitsBadge: Act = ({ random, notice, nextViewer }, seconds) =>
  notice(seconds, {
    notice_type: 'bits_badge_tier',
    chatter: nextViewer(),
    bits_badge_tier: { tier: random.pick([100, 1_000, 5_000, 10_000]) },
  });

export const charityDonation: Act = ({ random, notice, nextViewer }, seconds) =>
  notice(seconds, {
    notice_type: 'charity_donation',
    chatter: nextViewer(),
    charity_donation: {
      amount: { value: random.pick([250, 500, 1_000, 2_500]), decimal_place: 2, currency: 'EUR' },
    },
  });

export const modiversary: Act = ({ notice }, seconds) =>
  notice(seconds, {
    notice_type: 'modiversary',
    chatter: MODERATOR,
    modiversary: { months: 24 },
  });
