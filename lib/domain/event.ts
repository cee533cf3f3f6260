import type { EventKind } from './event-kind';

/** A Twitch user as events name them; `null` members are what Twitch withheld. */
export interface Person {
  id: string | null;
  login: string | null;
  name: string | null;
}

/** Subscription tier in Twitch's own numbers. Open: Twitch may add more. */
export type SubTier = string;

interface Words {
  /** What the viewer wrote with it; empty when they wrote nothing. */
  message: string;
}

interface Gifter {
  /** `null` when Twitch names nobody. */
  gifter: Person | null;
  isGifterAnonymous: boolean;
}

/** What each kind needs beside the common fields to be told well. */
export interface EventDetails {
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
    recipient: Person;
    /** `null` when not shared. */
    cumulativeTotal: number | null;
    /** Set when the gift is part of a gift bomb. */
    communityGiftId: string | null;
  };
  community_gift: {
    tier: SubTier;
    total: number;
    cumulativeTotal: number | null;
    communityGiftId: string;
  };
  gift_upgrade: Words & Gifter;
  prime_upgrade: Words & { tier: SubTier };
  pay_it_forward: Words & Gifter & { recipient: Person | null };
  cheer: Words & { bits: number };
  bits_badge: Words & { threshold: number };
  charity_donation: Words & {
    charityName: string;
    /** In minor units of `currency`, to be divided by 10^`decimalPlaces`. */
    amount: number;
    decimalPlaces: number;
    currency: string;
  };
  watch_streak: Words & { streams: number; channelPoints: number };
  modiversary: Words & { months: number };
  gifted_drops: Words & { recipients: number | null };
  announcement: Words & { color: string };
  raid_in: { viewers: number };
  raid_out: { viewers: number; target: Person };
  unraid: Record<string, never>;
  stream_online: { streamId: string; startedAt: number };
  stream_offline: { streamId: string | null; startedAt: number | null };
  channel_update: { before: ChannelText | null; after: ChannelText };
  shared_chat: Words & { noticeType: string; systemMessage: string; source: Person };
  other: Words & { noticeType: string; systemMessage: string; raw: unknown };
}

/** The parts of a channel's state that viewers see change. */
export interface ChannelText {
  title: string;
  category: string;
  language: string;
}

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
  /** Milliseconds since 1970, from Twitch's `message_timestamp`. */
  created_at: number;
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
