const user = (prefix: string) => `${prefix}_id ${prefix}_login ${prefix}_name`;

const CHANNEL = user('broadcaster_user');
const USER = user('user');
const MODERATOR = user('moderator_user');
const SHARED = `session_id ${CHANNEL} ${user('host_broadcaster_user')}`;
const REDEMPTION = `id ${CHANNEL} ${USER} user_input status reward redeemed_at`;
const POLL = `id ${CHANNEL} title choices bits_voting channel_points_voting started_at`;
const PREDICTION = `id ${CHANNEL} title outcomes started_at`;
const TRAIN = `id ${CHANNEL} total level top_contributions shared_train_participants is_shared_train type started_at`;
const RUNNING_TRAIN = `${TRAIN} progress goal expires_at`;
const GOAL = `id ${CHANNEL} type description current_amount target_amount started_at`;
const CHARITY = 'charity_name charity_description charity_logo charity_website';
const CAMPAIGN = `id ${user('broadcaster')} ${CHARITY} current_amount target_amount`;
const SETTINGS =
  'emote_mode follower_mode follower_mode_duration_minutes slow_mode slow_mode_wait_time_seconds subscriber_mode unique_chat_mode';
const TARGETED = `${CHANNEL} ${user('target_user')}`;
const TEAM = `${USER} ${CHANNEL}`;
const POINTS = 'channel.channel_points';

const KEYS: Readonly<Record<string, string>> = {
  'stream.online': `id ${CHANNEL} type started_at`,
  'stream.offline': `id ${CHANNEL}`,
  'channel.update': `${CHANNEL} title language category_id category_name content_classification_labels`,
  'channel.raid': `${user('from_broadcaster_user')} ${user('to_broadcaster_user')} viewers`,
  'channel.shared_chat.begin': `${SHARED} participants`,
  'channel.shared_chat.update': `${SHARED} participants`,
  'channel.shared_chat.end': SHARED,
  'channel.chat.clear': CHANNEL,
  'channel.chat.clear_user_messages': TARGETED,
  'channel.chat.message_delete': `${TARGETED} message_id`,
  'channel.chat_settings.update': `${CHANNEL} ${SETTINGS}`,
  'channel.follow': `${USER} ${CHANNEL} followed_at`,
  'channel.shoutout.create': `${CHANNEL} ${user('to_broadcaster_user')} ${MODERATOR} viewer_count started_at cooldown_ends_at target_cooldown_ends_at`,
  'channel.shoutout.receive': `${CHANNEL} ${user('from_broadcaster_user')} viewer_count started_at`,
  'channel.shield_mode.begin': `${CHANNEL} ${MODERATOR} started_at`,
  'channel.shield_mode.end': `${CHANNEL} ${MODERATOR} ended_at`,
  'channel.suspicious_user.update': `${CHANNEL} ${MODERATOR} ${USER} low_trust_status`,
  'channel.suspicious_user.message': `${CHANNEL} ${USER} low_trust_status shared_ban_channel_ids types ban_evasion_evaluation message`,
  'channel.unban_request.create': `id ${CHANNEL} ${USER} text created_at`,
  'channel.unban_request.resolve': `id ${CHANNEL} ${MODERATOR} ${USER} resolution_text status`,
  'channel.warning.send': `${CHANNEL} ${MODERATOR} ${USER} reason chat_rules_cited`,
  'channel.warning.acknowledge': `${CHANNEL} ${USER}`,
  'channel.subscribe': `${TEAM} tier is_gift`,
  'channel.subscription.end': `${TEAM} tier is_gift`,
  'channel.subscription.gift': `${TEAM} total tier cumulative_total is_anonymous`,
  'channel.subscription.message': `${TEAM} tier message cumulative_months streak_months duration_months`,
  'channel.cheer': `is_anonymous ${TEAM} message bits`,
  'channel.bits.use': `${TEAM} bits type message power_up custom_power_up`,
  'channel.custom_power_up_redemption.add': `id ${TEAM} user_input status custom_power_up redeemed_at`,
  [`${POINTS}_automatic_reward_redemption.add`]: `${TEAM} id reward message redeemed_at`,
  [`${POINTS}_custom_reward_redemption.add`]: REDEMPTION,
  [`${POINTS}_custom_reward_redemption.update`]: REDEMPTION,
  'channel.poll.begin': `${POLL} ends_at`,
  'channel.poll.progress': `${POLL} ends_at`,
  'channel.poll.end': `${POLL} ended_at status`,
  'channel.prediction.begin': `${PREDICTION} locks_at`,
  'channel.prediction.progress': `${PREDICTION} locks_at`,
  'channel.prediction.lock': `${PREDICTION} locked_at`,
  'channel.prediction.end': `${PREDICTION} ended_at status winning_outcome_id`,
  'channel.hype_train.begin': `${RUNNING_TRAIN} all_time_high_level all_time_high_total`,
  'channel.hype_train.progress': RUNNING_TRAIN,
  'channel.hype_train.end': `${TRAIN} ended_at cooldown_ends_at`,
  'channel.goal.begin': GOAL,
  'channel.goal.progress': GOAL,
  'channel.goal.end': `${GOAL} is_achieved ended_at`,
  'channel.charity_campaign.donate': `id campaign_id ${TEAM} ${CHARITY} amount`,
  'channel.charity_campaign.start': `${CAMPAIGN} started_at`,
  'channel.charity_campaign.progress': CAMPAIGN,
  'channel.charity_campaign.stop': `${CAMPAIGN} stopped_at`,
  'channel.ad_break.begin': `duration_seconds started_at is_automatic ${CHANNEL} ${user('requester_user')}`,
  'channel.ban': `${TEAM} ${MODERATOR} reason banned_at ends_at is_permanent`,
  'channel.unban': `${TEAM} ${MODERATOR}`,
  'channel.moderator.add': TEAM,
  'channel.moderator.remove': TEAM,
  'channel.vip.add': TEAM,
  'channel.vip.remove': TEAM,
};

/** The keys of events in Twitch's documentation, independent of the builders. */
export const KEYS_OF_TYPES: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(KEYS).map(([type, keys]) => [type, keys.split(' ')]),
);
