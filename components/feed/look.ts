import * as icons from '@/components/ui/icons';
import type { EventKind } from '@/lib/domain/event-kind';
import { type FeedRow, rowKind } from '@/lib/domain/row';

/** A family of colours; each is a token of the same name. */
export type Family = 'violet' | 'blue' | 'teal' | 'green' | 'orange' | 'red' | 'slate';

interface Look {
  /** Outline of its icon. */
  icon: string;
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

/** Twitch's own colours of cheers, from the most bits down. */
const CHEERS: readonly (readonly [bits: number, family: Family])[] = [
  [10_000, 'red'],
  [5_000, 'blue'],
  [1_000, 'teal'],
  [100, 'violet'],
];

const ANNOUNCEMENTS: Readonly<Record<string, Family>> = {
  blue: 'blue',
  green: 'green',
  orange: 'orange',
  purple: 'violet',
};

/** Lets what is inside an element take the colours of a family, as `--family`. */
export function familyStyle(family: Family) {
  return { '--family': `var(--${family})` };
}

/** How a kind of event looks where no one event is meant. */
export function lookOfKind(kind: EventKind): Look {
  return LOOKS[kind];
}

/** How a row looks: by its kind, and by how big it is where viewers know colours for that. */
export function lookOf(row: FeedRow): Look {
  const { event } = row;
  const look = lookOfKind(rowKind(row));
  switch (event.event_type) {
    case 'sub':
    case 'resub':
      return event.detail.isPrime ? { icon: icons.crown, family: 'blue' } : look;
    case 'cheer':
      return { ...look, family: cheerFamily(event.detail.bits) };
    case 'announcement':
      return { ...look, family: ANNOUNCEMENTS[event.detail.color.toLowerCase()] ?? look.family };
    default:
      return look;
  }
}

function cheerFamily(bits: number): Family {
  return CHEERS.find(([from]) => bits >= from)?.[1] ?? LOOKS.cheer.family;
}

const BIG_CHEER = 1000;
const TOP_TIER = '3000';

/** Whether a row deserves to catch the eye among its neighbours. */
export function isImportant({ event, bomb }: FeedRow): boolean {
  if (bomb !== null) return true;
  switch (event.event_type) {
    case 'raid_in':
    case 'stream_online':
    case 'community_gift':
    case 'charity_donation':
      return true;
    case 'cheer':
      return event.detail.bits >= BIG_CHEER;
    case 'sub':
    case 'resub':
      return event.detail.tier === TOP_TIER;
    default:
      return false;
  }
}
