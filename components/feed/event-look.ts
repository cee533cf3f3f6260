import type { IconNode } from 'lucide';
import * as icons from '@/components/ui/icons';
import type { ColorFamily } from '@/components/ui/palette';
import type { EventKind } from '@/lib/domain/event/event-kind';
import type { Tone } from '@/lib/domain/view/emphasis';
import type { RowView } from '@/lib/domain/view/row-view';

/** The icon and the color of an event. */
interface EventLook {
  icon: IconNode;
  family: ColorFamily;
}

const SHARING: EventLook = { icon: icons.users, family: 'slate' };
const TRAIN: EventLook = { icon: icons.trainFront, family: 'red' };
const POLL: EventLook = { icon: icons.chartColumn, family: 'teal' };
const PREDICTION: EventLook = { icon: icons.chartColumn, family: 'blue' };
const GOAL: EventLook = { icon: icons.target, family: 'violet' };
const CHARITY: EventLook = { icon: icons.heart, family: 'green' };
const GAVEL: EventLook = { icon: icons.gavel, family: 'slate' };
const SHIELD: EventLook = { icon: icons.shieldCheck, family: 'slate' };
const PLAIN: EventLook = { icon: icons.info, family: 'slate' };

const LOOKS: Readonly<Record<EventKind, EventLook>> = {
  sub: { icon: icons.star, family: 'violet' },
  resub: { icon: icons.star, family: 'violet' },
  gift: { icon: icons.gift, family: 'teal' },
  community_gift: { icon: icons.gift, family: 'teal' },
  gift_upgrade: { icon: icons.star, family: 'violet' },
  prime_upgrade: { icon: icons.star, family: 'violet' },
  pay_it_forward: { icon: icons.gift, family: 'teal' },
  cheer: { icon: icons.gem, family: 'slate' },
  power_up: { icon: icons.gem, family: 'slate' },
  bits_badge: { icon: icons.gem, family: 'violet' },
  charity_donation: CHARITY,
  sub_end: { icon: icons.star, family: 'slate' },
  follow: { icon: icons.heart, family: 'red' },
  watch_streak: { icon: icons.flame, family: 'orange' },
  modiversary: { icon: icons.shieldCheck, family: 'green' },
  gifted_drops: { icon: icons.gift, family: 'teal' },
  announcement: { icon: icons.megaphone, family: 'violet' },
  highlight: { icon: icons.pencilLine, family: 'violet' },
  redemption: { icon: icons.circleCheck, family: 'blue' },
  raid_in: { icon: icons.users, family: 'orange' },
  raid_out: { icon: icons.arrowUpRight, family: 'orange' },
  unraid: { icon: icons.undo2, family: 'slate' },
  shoutout_given: { icon: icons.megaphone, family: 'orange' },
  shoutout_received: { icon: icons.megaphone, family: 'orange' },
  stream_online: { icon: icons.circlePlay, family: 'green' },
  stream_offline: { icon: icons.circleStop, family: 'slate' },
  channel_update: { icon: icons.pencilLine, family: 'slate' },
  ad_break: PLAIN,
  shared_chat_begin: SHARING,
  shared_chat_update: SHARING,
  shared_chat_end: SHARING,
  hype_train_begin: TRAIN,
  hype_train_progress: TRAIN,
  hype_train_end: TRAIN,
  poll_begin: POLL,
  poll_progress: POLL,
  poll_end: POLL,
  prediction_begin: PREDICTION,
  prediction_progress: PREDICTION,
  prediction_lock: PREDICTION,
  prediction_end: PREDICTION,
  goal_begin: GOAL,
  goal_progress: GOAL,
  goal_end: GOAL,
  charity_begin: CHARITY,
  charity_progress: CHARITY,
  charity_end: CHARITY,
  chat_clear: GAVEL,
  user_messages_cleared: GAVEL,
  message_delete: GAVEL,
  ban: GAVEL,
  timeout: GAVEL,
  unban: GAVEL,
  warning: GAVEL,
  warning_acknowledged: GAVEL,
  unban_request: GAVEL,
  unban_request_resolved: GAVEL,
  suspicious_user: GAVEL,
  moderator_add: SHIELD,
  moderator_remove: SHIELD,
  vip_add: SHIELD,
  vip_remove: SHIELD,
  chat_settings: PLAIN,
  shield_on: SHIELD,
  shield_off: SHIELD,
  shared_chat: PLAIN,
  other: PLAIN,
};

/** The changes that a tone makes to the look of its kind. */
const TONES: Readonly<Record<Tone, Partial<EventLook>>> = {
  plain: {},
  prime: { icon: icons.crown, family: 'blue' },
  bits_100: { family: 'violet' },
  bits_1000: { family: 'teal' },
  bits_5000: { family: 'blue' },
  bits_10000: { family: 'red' },
  announcement_blue: { family: 'blue' },
  announcement_green: { family: 'green' },
  announcement_orange: { family: 'orange' },
  announcement_purple: { family: 'violet' },
};

/** Returns the look of an event kind, regardless of a single event's details. */
export function lookOfKind(kind: EventKind): EventLook {
  return LOOKS[kind];
}

/**
 * Returns the look of a row: that of its kind, changed by its tone. Viewers know some colors from
 * Twitch, such as those of cheers by their number of bits.
 */
export function lookOfRow({ kind, tone }: Pick<RowView, 'kind' | 'tone'>): EventLook {
  return { ...LOOKS[kind], ...TONES[tone] };
}
