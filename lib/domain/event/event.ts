import type { Amount } from './amount';
import type { EventKind } from './event-kind';
import type { ModerationDetails } from './moderation';
import type { TogetherDetails } from './together';
import type { User } from './user';

/**
 * Subscription tier: 1000, 2000 or 3000. An open list, Twitch may add more. Empty if it is unknown.
 */
export type SubTier = string;

interface WithMessage {
  /** The text that the viewer wrote with it; may be empty. */
  message: string;
}

interface Gifter {
  /** `null` if Twitch does not name the gifter. */
  gifter: User | null;
  isGifterAnonymous: boolean;
}

/** The settings of a channel that viewers see. */
export interface ChannelInfo {
  title: string;
  category: string;
  language: string;
  /** Twitch's names of the content labels, such as `Gambling`. An open list. */
  labels: string[];
}

/** Set if the event comes from a chat notice whose fields Twitch has not documented. */
interface FromUndocumentedNotice {
  notice?: {
    /** Twitch's name of the notice. */
    type: string;
    /** Twitch's own sentence; may be empty. */
    systemMessage: string;
    raw: unknown;
  };
}

interface SharedChat {
  sessionId: string;
  /** The other channels that share the chat, without the streamer's own. */
  others: User[];
}

/** Details of the kinds that every viewer can receive, by kind. */
interface PublicDetails {
  sub: WithMessage &
    FromUndocumentedNotice & { tier: SubTier; isPrime: boolean; durationMonths: number };
  resub: WithMessage &
    Gifter & {
      tier: SubTier;
      isPrime: boolean;
      cumulativeMonths: number;
      /** `null` if the viewer did not share it. */
      streakMonths: number | null;
      durationMonths: number;
      isGift: boolean;
    };
  gift: FromUndocumentedNotice & {
    tier: SubTier;
    durationMonths: number;
    recipient: User;
    /** `null` if the gifter did not share it. */
    cumulativeTotal: number | null;
    /** Set if the gift is part of a gift bomb. */
    communityGiftId: string | null;
  };
  community_gift: FromUndocumentedNotice & {
    tier: SubTier;
    /** 0 if it is unknown. */
    total: number;
    cumulativeTotal: number | null;
    /** `null` if the source does not report each gift. */
    communityGiftId: string | null;
  };
  gift_upgrade: WithMessage & Gifter;
  prime_upgrade: WithMessage & { tier: SubTier };
  pay_it_forward: WithMessage & Gifter & { recipient: User | null };
  cheer: WithMessage & { bits: number };
  power_up: WithMessage & {
    /** Twitch's name of the power-up, or `custom` for one that the streamer made. An open list. */
    effect: string;
    /** The title that the streamer gave it; `null` for a power-up of Twitch. */
    title: string | null;
    /** `null` if it came through chat, which does not report the price. */
    bits: number | null;
  };
  bits_badge: WithMessage & { threshold: number };
  charity_donation: WithMessage & Amount & { charityName: string };
  sub_end: { tier: SubTier; isGift: boolean };
  follow: Record<string, never>;
  watch_streak: WithMessage & { streams: number; channelPoints: number };
  modiversary: WithMessage & { months: number };
  gifted_drops: WithMessage & { recipients: number | null };
  announcement: WithMessage & { color: string };
  highlight: WithMessage;
  redemption: WithMessage & {
    /** `custom`, or Twitch's name of an automatic reward. An open list. */
    rewardType: string;
    /** The title of a custom reward or the name of an unlocked emote; otherwise empty. */
    title: string;
    /** In channel points. */
    cost: number;
  };
  raid_in: { viewers: number };
  raid_out: { viewers: number; target: User };
  unraid: Record<string, never>;
  shoutout_given: { target: User; viewers: number };
  shoutout_received: { viewers: number };
  stream_online: {
    /** Empty if Twitch did not report it. */
    streamId: string;
    startedAt: number;
    /** Set only if it is not `live`: `playlist`, `premiere`, `rerun`, `watch_party`. An open list. */
    broadcastType?: string;
  };
  stream_offline: { streamId: string | null; startedAt: number | null };
  channel_update: { before: ChannelInfo | null; after: ChannelInfo };
  ad_break: { seconds: number; isAutomatic: boolean; requester: User | null };
  shared_chat_begin: SharedChat;
  shared_chat_update: SharedChat;
  shared_chat_end: { sessionId: string };
  shared_chat: WithMessage & {
    noticeType: string;
    systemMessage: string;
    source: User;
    /** Set only if the type of the notice is unknown. */
    raw?: unknown;
  };
  other: WithMessage & {
    /** Twitch's name of the notice or of the action; empty if it has none. An open list. */
    noticeType: string;
    systemMessage: string;
    /** The name of the thing that it is about, if it has one. */
    subject?: string;
    raw: unknown;
  };
}

/** The details of an event in addition to the common fields, by kind. */
export type EventDetails = PublicDetails & TogetherDetails & ModerationDetails;

interface EventFields<Kind extends EventKind> {
  /**
   * EventSub `metadata.message_id`. It is unique: an event with a known id is a duplicate.
   * https://dev.twitch.tv/docs/eventsub/handling-websocket-events/
   */
  id: string;
  streamer_id: string;
  /** Display name. */
  streamer_name: string;
  event_type: Kind;
  /** The EventSub type that the event came from. */
  source_type: string;
  viewer_id: string | null;
  viewer_login: string | null;
  /** Display name of the user who acted; `null` if the user is anonymous or there is none. */
  viewer_name: string | null;
  /**
   * Milliseconds since 1970: the `message_timestamp`, or for a backfilled event the time from
   * Helix.
   */
  created_at: number;
  /** Time at which Helix reported it, in milliseconds since 1970; only for a backfilled event. */
  found_at?: number;
  /** Equal for reports of the same event from different sources. */
  natural_key?: string;
  /** Equal for events of one row, such as the gifts of a gift bomb. */
  thread?: string;
  detail: EventDetails[Kind];
}

/** Something that happened on the channel of a streamer, as it is stored. */
export type StreamEvent = { [Kind in EventKind]: EventFields<Kind> }[EventKind];

/** An event of one kind. */
export type EventOf<Kind extends EventKind> = Extract<StreamEvent, { event_type: Kind }>;
