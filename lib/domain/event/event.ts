import type { Amount } from './amount';
import type { EventKind } from './event-kind';
import type { ModerationDetails } from './moderation';
import type { TogetherDetails } from './together';
import type { User } from './user';

/** Subscription tier in Twitch's own numbers. Open: Twitch may add more. */
export type SubTier = string;

interface Words {
  /** What the viewer wrote with it; empty when they wrote nothing. */
  message: string;
}

interface Gifter {
  /** `null` when Twitch names nobody. */
  gifter: User | null;
  isGifterAnonymous: boolean;
}

/** The parts of a channel's state that viewers see change. */
export interface ChannelInfo {
  title: string;
  category: string;
  language: string;
  /** Twitch's names of its content labels, such as `Gambling`. Open. */
  labels: string[];
}

interface SharedChat {
  sessionId: string;
  /** The channels it is shared with: the streamer's own is not among them. */
  others: User[];
}

/** What each kind of support, community and stream needs beside the common fields to be told well. */
interface PublicDetails {
  sub: Words & { tier: SubTier; isPrime: boolean; durationMonths: number };
  resub: Words &
    Gifter & {
      tier: SubTier;
      isPrime: boolean;
      cumulativeMonths: number;
      /** `null` when the viewer did not share it. */
      streakMonths: number | null;
      durationMonths: number;
      isGift: boolean;
    };
  gift: {
    tier: SubTier;
    durationMonths: number;
    recipient: User;
    /** `null` when not shared. */
    cumulativeTotal: number | null;
    /** Set when the gift is part of a gift bomb. */
    communityGiftId: string | null;
  };
  community_gift: {
    tier: SubTier;
    total: number;
    cumulativeTotal: number | null;
    /** `null` where the source doesn't name the gifts one by one. */
    communityGiftId: string | null;
  };
  gift_upgrade: Words & Gifter;
  prime_upgrade: Words & { tier: SubTier };
  pay_it_forward: Words & Gifter & { recipient: User | null };
  cheer: Words & { bits: number };
  power_up: Words & {
    /** Twitch's own name of it, or `custom` for one that the streamer made up. Open. */
    effect: string;
    /** What the streamer called it; `null` for one of Twitch's own. */
    title: string | null;
    /** `null` where chat shows it without its price. */
    bits: number | null;
  };
  bits_badge: Words & { threshold: number };
  charity_donation: Words & Amount & { charityName: string };
  sub_end: { tier: SubTier; isGift: boolean };
  follow: Record<string, never>;
  watch_streak: Words & { streams: number; channelPoints: number };
  modiversary: Words & { months: number };
  gifted_drops: Words & { recipients: number | null };
  announcement: Words & { color: string };
  highlight: Words;
  redemption: Words & {
    /** `custom`, or Twitch's own name of an automatic reward. Open. */
    rewardType: string;
    /** What the streamer called a custom reward, or an unlocked emote's name; else empty. */
    title: string;
    /** In channel points. */
    cost: number;
  };
  raid_in: { viewers: number };
  raid_out: { viewers: number; target: User };
  unraid: Record<string, never>;
  shoutout_given: { target: User; viewers: number };
  shoutout_received: { viewers: number };
  stream_online: { streamId: string; startedAt: number };
  stream_offline: { streamId: string | null; startedAt: number | null };
  channel_update: { before: ChannelInfo | null; after: ChannelInfo };
  ad_break: { seconds: number; isAutomatic: boolean; requester: User | null };
  shared_chat_begin: SharedChat;
  shared_chat_update: SharedChat;
  shared_chat_end: { sessionId: string };
  shared_chat: Words & { noticeType: string; systemMessage: string; source: User };
  other: Words & {
    /** Twitch's name of it, or of what was done; empty where it has none. Open. */
    noticeType: string;
    systemMessage: string;
    /** What it is about, where that has a name. */
    subject?: string;
    raw: unknown;
  };
}

/** What each kind needs beside the common fields to be told well. */
export type EventDetails = PublicDetails & TogetherDetails & ModerationDetails;

interface EventFields<Kind extends EventKind> {
  /** EventSub `metadata.message_id`: unique, so a repeat is recognised by it. */
  id: string;
  streamer_id: string;
  /** Display name. */
  streamer_name: string;
  event_type: Kind;
  /** EventSub subscription type the event came from. */
  source_type: string;
  viewer_id: string | null;
  viewer_login: string | null;
  /** Display name of who acted; `null` for an anonymous one, or where nobody did. */
  viewer_name: string | null;
  /** Milliseconds since 1970, from Twitch's `message_timestamp`; of one found later, as Helix tells it. */
  created_at: number;
  /** When it was found, for an event that nobody heard and that Helix told of later. */
  found_at?: number;
  /** Where two sources may report the same thing: what makes them one event. */
  natural_key?: string;
  /** What ties events to one growing row, such as the gifts of one gift bomb. */
  thread?: string;
  detail: EventDetails[Kind];
}

/** One thing that happened on the streamer's channel, as it is stored and told. */
export type StreamEvent = { [Kind in EventKind]: EventFields<Kind> }[EventKind];

/** The event of one kind. */
export type EventOf<Kind extends EventKind> = Extract<StreamEvent, { event_type: Kind }>;
