import {
  type CatalogEntry,
  family,
  forModerators,
  forStreamer,
  IN_CHAT,
  PUBLIC,
} from './catalog-entry';
import { MODERATION_ENTRIES } from './catalog-moderation';

const SUBS = ['channel:read:subscriptions'];
const REDEMPTIONS = ['channel:read:redemptions'];
const SHOUTOUTS = ['moderator:read:shoutouts'];

/**
 * Every type about a channel, except those that docs/adr/0008 leaves out. If several types report
 * the same event, it is taken from the first one that is available, so the one with the most detail
 * comes first: docs/adr/0007.
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
  // For the streamer this goes before chat, which does not report the price of a power-up.
  { ...forStreamer(['bits:read']), type: 'channel.bits.use', kinds: ['cheer', 'power_up'] },
  { ...IN_CHAT, type: 'channel.chat.message', kinds: ['cheer', 'power_up', 'highlight'] },
  ...family({ 'stream.online': ['stream_online'], 'stream.offline': ['stream_offline'] }, PUBLIC),
  { ...PUBLIC, type: 'channel.update', version: '2', kinds: ['channel_update'] },
  { ...PUBLIC, condition: 'raid_from', type: 'channel.raid', kinds: ['raid_out'] },
  // Used only without access to chat, which reports the same raids at no cost.
  { ...PUBLIC, condition: 'raid_to', type: 'channel.raid', kinds: ['raid_in'] },
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
  // `channel.bits.use` reports the same power-ups, with their title.
  {
    ...forStreamer(['bits:read']),
    type: 'channel.custom_power_up_redemption.add',
    kinds: ['power_up'],
  },
  {
    ...forStreamer(REDEMPTIONS),
    type: 'channel.channel_points_custom_reward_redemption.add',
    kinds: ['redemption'],
    part: 'custom',
  },
  {
    ...forStreamer(REDEMPTIONS, '2'),
    type: 'channel.channel_points_automatic_reward_redemption.add',
    kinds: ['redemption'],
    part: 'automatic',
  },
  ...family(
    {
      'channel.channel_points_custom_reward.add': ['other'],
      'channel.channel_points_custom_reward.update': ['other'],
      'channel.channel_points_custom_reward.remove': ['other'],
    },
    forStreamer(REDEMPTIONS),
  ),
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
  ...MODERATION_ENTRIES,
  { ...forStreamer(['channel:read:ads']), type: 'channel.ad_break.begin', kinds: ['ad_break'] },
];
