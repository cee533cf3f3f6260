import type { IconNode } from 'lucide';
import * as icons from '@/components/ui/icons';
import type { Tone } from '@/lib/domain/emphasis';
import type { EventKind } from '@/lib/domain/event-kind';
import type { RowView } from '@/lib/domain/row-view';

/** A family of colours; each is a token of the same name. */
export type Family = 'violet' | 'blue' | 'teal' | 'green' | 'orange' | 'red' | 'slate';

interface Look {
  icon: IconNode;
  family: Family;
}

const LOOKS: Readonly<Record<EventKind, Look>> = {
  sub: { icon: icons.star, family: 'violet' },
  resub: { icon: icons.star, family: 'violet' },
  gift: { icon: icons.gift, family: 'teal' },
  community_gift: { icon: icons.gift, family: 'teal' },
  gift_upgrade: { icon: icons.star, family: 'violet' },
  prime_upgrade: { icon: icons.star, family: 'violet' },
  pay_it_forward: { icon: icons.gift, family: 'teal' },
  cheer: { icon: icons.gem, family: 'slate' },
  bits_badge: { icon: icons.gem, family: 'violet' },
  charity_donation: { icon: icons.heart, family: 'green' },
  watch_streak: { icon: icons.flame, family: 'orange' },
  modiversary: { icon: icons.shieldCheck, family: 'green' },
  gifted_drops: { icon: icons.gift, family: 'teal' },
  announcement: { icon: icons.megaphone, family: 'violet' },
  raid_in: { icon: icons.users, family: 'orange' },
  raid_out: { icon: icons.arrowUpRight, family: 'orange' },
  unraid: { icon: icons.undo2, family: 'slate' },
  stream_online: { icon: icons.circlePlay, family: 'green' },
  stream_offline: { icon: icons.circleStop, family: 'slate' },
  channel_update: { icon: icons.pencilLine, family: 'slate' },
  shared_chat: { icon: icons.info, family: 'slate' },
  other: { icon: icons.info, family: 'slate' },
};

/** What a tone changes in the look of its kind. */
const TONES: Readonly<Record<Tone, Partial<Look>>> = {
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

/** Lets what is inside an element take the colours of a family, as `--family`. */
export function familyStyle(family: Family) {
  return { '--family': `var(--${family})` };
}

/** How a kind of event looks where no one event is meant. */
export function lookOfKind(kind: EventKind): Look {
  return LOOKS[kind];
}

/** How a row looks: by its kind, and by what viewers know colours for. */
export function lookOf({ kind, tone }: Pick<RowView, 'kind' | 'tone'>): Look {
  return { ...LOOKS[kind], ...TONES[tone] };
}
