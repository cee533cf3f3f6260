import {
  Award,
  CirclePlay,
  CircleStop,
  Crown,
  Flame,
  Gem,
  Gift,
  HandHeart,
  Megaphone,
  Package,
  PencilLine,
  Repeat2,
  Send,
  ShieldCheck,
  Sparkles,
  Star,
  Undo2,
  Users,
} from 'lucide-preact';
import type { EventKind } from '@/lib/domain/event-kind';
import { type FeedRow, rowKind } from '@/lib/domain/row';

/** A family of colours; each is a token of its own name. */
export type Family =
  | 'violet'
  | 'blue'
  | 'teal'
  | 'green'
  | 'orange'
  | 'red'
  | 'pink'
  | 'gold'
  | 'slate';

interface Look {
  Icon: typeof Star;
  family: Family;
}

const LOOKS: Readonly<Record<EventKind, Look>> = {
  sub: { Icon: Star, family: 'violet' },
  resub: { Icon: Star, family: 'violet' },
  gift: { Icon: Gift, family: 'teal' },
  community_gift: { Icon: Gift, family: 'teal' },
  gift_upgrade: { Icon: Star, family: 'violet' },
  prime_upgrade: { Icon: Star, family: 'violet' },
  pay_it_forward: { Icon: Repeat2, family: 'teal' },
  cheer: { Icon: Gem, family: 'slate' },
  bits_badge: { Icon: Award, family: 'violet' },
  charity_donation: { Icon: HandHeart, family: 'green' },
  watch_streak: { Icon: Flame, family: 'orange' },
  modiversary: { Icon: ShieldCheck, family: 'green' },
  gifted_drops: { Icon: Package, family: 'teal' },
  announcement: { Icon: Megaphone, family: 'violet' },
  raid_in: { Icon: Users, family: 'orange' },
  raid_out: { Icon: Send, family: 'orange' },
  unraid: { Icon: Undo2, family: 'slate' },
  stream_online: { Icon: CirclePlay, family: 'green' },
  stream_offline: { Icon: CircleStop, family: 'slate' },
  channel_update: { Icon: PencilLine, family: 'slate' },
  shared_chat: { Icon: Sparkles, family: 'slate' },
  other: { Icon: Sparkles, family: 'slate' },
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
  purple: 'pink',
};

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
      return event.detail.isPrime ? { Icon: Crown, family: 'blue' } : look;
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
