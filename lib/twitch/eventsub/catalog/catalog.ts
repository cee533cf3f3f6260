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
 * Every type that says something about a channel, but for those that docs/adr/0008 leaves out. Where
 * several tell the same, the first one that can be had does, so that nothing is told twice: what tells
 * most comes first.
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
  // Only where chat may not be read, which tells of the same raids and costs nothing.
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
  // The bits that pay for it are told first, and with them what it is called.
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
