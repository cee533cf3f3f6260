import type { EventKind } from '@/lib/domain/event-kind';
import type { Role } from '@/lib/domain/receiving';

/** Which ids a subscription is asked for with. */
export type ConditionShape =
  | 'channel'
  | 'channel_and_user'
  | 'channel_and_moderator'
  | 'raid_from'
  | 'raid_to';

/** An EventSub type as Twitch offers it. */
export interface CatalogEntry {
  type: string;
  version: string;
  condition: ConditionShape;
  /** Least role on the channel that Twitch sends it to. */
  role: Role;
  /** All of these must be granted. None: it is public, and costs one of ten for a foreign channel. */
  scopes: readonly string[];
  /** Types of one bundle are of use only together: they fit into the budget all, or none does. */
  bundle?: string;
  /** Kinds of event it tells. */
  kinds: readonly EventKind[];
}

const CHAT = ['user:read:chat'];
const SUBS = ['channel:read:subscriptions'];
const REDEMPTIONS = ['channel:read:redemptions'];
const SHOUTOUTS = ['moderator:read:shoutouts'];

function family(
  types: Readonly<Record<string, readonly EventKind[]>>,
  common: Omit<CatalogEntry, 'type' | 'kinds'>,
): CatalogEntry[] {
  return Object.entries(types).map(([type, kinds]) => ({ ...common, type, kinds }));
}

const PUBLIC = { version: '1', condition: 'channel', role: 'viewer', scopes: [] } as const;
const IN_CHAT = {
  version: '1',
  condition: 'channel_and_user',
  role: 'viewer',
  scopes: CHAT,
} as const;

function forModerators(scopes: readonly string[], version = '1') {
  return { version, condition: 'channel_and_moderator', role: 'moderator', scopes } as const;
}

function forStreamer(scopes: readonly string[], version = '1') {
  return { version, condition: 'channel', role: 'streamer', scopes } as const;
}

/**
 * Every type that says something about a channel. Where several tell the same kind, the first one
 * that can be had does, so that nothing is told twice: what tells most comes first.
 */
export const CATALOG: readonly CatalogEntry[] = [
  {
    ...IN_CHAT,
    type: 'channel.chat.notification',
    kinds: [
      'sub',
      'resub',
      'gift',
      'community_gift',
      'gift_upgrade',
      'prime_upgrade',
      'pay_it_forward',
      'raid_in',
      'unraid',
      'announcement',
      'bits_badge',
      'charity_donation',
      'watch_streak',
      'modiversary',
      'gifted_drops',
      'shared_chat',
    ],
  },
  // For the streamer this goes before chat, which knows of no power-up's price.
  { ...forStreamer(['bits:read']), type: 'channel.bits.use', kinds: ['cheer', 'power_up'] },
  { ...IN_CHAT, type: 'channel.chat.message', kinds: ['cheer', 'power_up', 'highlight'] },
  ...family({ 'stream.online': ['stream_online'], 'stream.offline': ['stream_offline'] }, PUBLIC),
  { ...PUBLIC, type: 'channel.update', version: '2', kinds: ['channel_update'] },
  { ...PUBLIC, condition: 'raid_from', type: 'channel.raid', kinds: ['raid_out'] },
  ...family(
    {
      'channel.shared_chat.begin': ['shared_chat_begin'],
      'channel.shared_chat.update': ['shared_chat_update'],
      'channel.shared_chat.end': ['shared_chat_end'],
    },
    { ...PUBLIC, bundle: 'shared_chat' },
  ),
  {
    ...forModerators(['moderator:read:followers'], '2'),
    type: 'channel.follow',
    kinds: ['follow'],
  },
  ...family(
    {
      'channel.shoutout.create': ['shoutout_given'],
      'channel.shoutout.receive': ['shoutout_received'],
    },
    forModerators(SHOUTOUTS),
  ),
  ...family(
    {
      'channel.subscription.end': ['sub_end'],
      'channel.subscribe': ['sub'],
      'channel.subscription.message': ['resub'],
      'channel.subscription.gift': ['community_gift'],
    },
    forStreamer(SUBS),
  ),
  { ...forStreamer(['bits:read']), type: 'channel.cheer', kinds: ['cheer'] },
  {
    ...forStreamer(REDEMPTIONS),
    type: 'channel.channel_points_custom_reward_redemption.add',
    kinds: ['redemption'],
  },
  ...family(
    {
      'channel.hype_train.begin': ['hype_train_begin'],
      'channel.hype_train.progress': ['hype_train_progress'],
      'channel.hype_train.end': ['hype_train_end'],
    },
    forStreamer(['channel:read:hype_train'], '2'),
  ),
  ...family(
    {
      'channel.poll.begin': ['poll_begin'],
      'channel.poll.progress': ['poll_progress'],
      'channel.poll.end': ['poll_end'],
    },
    forStreamer(['channel:read:polls']),
  ),
  ...family(
    {
      'channel.prediction.begin': ['prediction_begin'],
      'channel.prediction.progress': ['prediction_progress'],
      'channel.prediction.lock': ['prediction_lock'],
      'channel.prediction.end': ['prediction_end'],
    },
    forStreamer(['channel:read:predictions']),
  ),
  ...family(
    {
      'channel.goal.begin': ['goal_begin'],
      'channel.goal.progress': ['goal_progress'],
      'channel.goal.end': ['goal_end'],
    },
    forStreamer(['channel:read:goals']),
  ),
  ...family(
    {
      'channel.charity_campaign.start': ['charity_begin'],
      'channel.charity_campaign.progress': ['charity_progress'],
      'channel.charity_campaign.stop': ['charity_end'],
    },
    forStreamer(['channel:read:charity']),
  ),
  {
    ...forStreamer(['channel:read:charity']),
    type: 'channel.charity_campaign.donate',
    kinds: ['charity_donation'],
  },
  { ...forStreamer(['channel:read:ads']), type: 'channel.ad_break.begin', kinds: ['ad_break'] },
];
