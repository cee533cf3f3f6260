type GoalKey = `goal.${
  | 'followers'
  | 'subs'
  | 'sub_points'
  | 'new_subs'
  | 'new_sub_points'
  | 'new_bits'
  | 'new_cheerers'
  | 'unknown'}`;

type ChatModeKey = `chat_mode.${'emote' | 'follower' | 'slow' | 'subscriber' | 'unique'}`;

type OtherKey = `event.other.${
  | 'said'
  | 'unnamed'
  | 'reward_added'
  | 'reward_changed'
  | 'reward_removed'
  | 'term_blocked'
  | 'term_unblocked'
  | 'term_permitted'
  | 'term_unpermitted'}`;

type LabelKey = `label.${
  | 'politics'
  | 'drugs'
  | 'gambling'
  | 'mature_game'
  | 'profanity'
  | 'sexual_themes'
  | 'violence'
  | 'none'}`;

type PublicKey =
  | `event.sub.${'tier' | 'prime'}`
  | `event.resub.${'plain' | 'streak'}`
  | `event.gift.${'plain' | 'months'}`
  | `event.community_gift.${'told' | 'unsized'}`
  | `event.pay_it_forward.${'community' | 'viewer'}`
  | `event.power_up.${'effect' | 'giant_emote' | 'celebration' | 'custom' | 'unknown'}`
  | `event.sub_end.${'own' | 'gift'}`
  | `event.gifted_drops.${'counted' | 'uncounted'}`
  | `event.redemption.${'custom' | 'sub_only' | 'emote' | 'unknown'}`
  | `event.channel_update.${'title' | 'category' | 'language' | 'labels' | 'unlabelled' | 'settings' | 'undone' | 'all'}`
  | `event.ad_break.${'told' | 'unsized'}`
  | `event.shared_chat_${'begin' | 'update'}.${'alone' | 'with' | 'with_more'}`
  | `event.shared_chat.${'said' | 'unsaid'}`
  | OtherKey
  | `event.${
      | 'gift_upgrade'
      | 'prime_upgrade'
      | 'cheer'
      | 'bits_badge'
      | 'charity_donation'
      | 'follow'
      | 'follows'
      | 'watch_streak'
      | 'modiversary'
      | 'announcement'
      | 'highlight'
      | 'raid_in'
      | 'raid_out'
      | 'unraid'
      | 'shoutout_given'
      | 'shoutout_received'
      | 'stream_online'
      | 'stream_offline'
      | 'shared_chat_end'}`;

type TogetherKey =
  | `event.hype_train_begin.${'regular' | 'golden' | 'treasure'}`
  | `event.hype_train_${'progress' | 'end'}`
  | `event.poll_${'begin' | 'progress'}`
  | `event.poll_end.${'told' | 'early'}`
  | `event.prediction_${'begin' | 'progress' | 'lock'}`
  | `event.prediction_end.${'told' | 'canceled'}`
  | `event.goal_${'begin' | 'progress'}`
  | `event.goal_end.${'reached' | 'missed'}`
  | `event.charity_${'begin' | 'progress' | 'end'}`;

type ModerationKey =
  | `event.timeout.${'told' | 'unsized'}`
  | `event.unban_request_resolved.${'approved' | 'denied' | 'canceled' | 'unknown'}`
  | `event.suspicious_user.${'cleared' | 'monitored' | 'restricted' | 'wrote'}`
  | `event.chat_settings.${'on' | 'off' | 'open' | 'several' | 'unknown'}`
  | `event.${
      | 'chat_clear'
      | 'user_messages_cleared'
      | 'message_delete'
      | 'ban'
      | 'unban'
      | 'warning'
      | 'warning_acknowledged'
      | 'unban_request'
      | 'moderator_add'
      | 'moderator_remove'
      | 'vip_add'
      | 'vip_remove'
      | 'shield_on'
      | 'shield_off'}`;

type MoreKey =
  | `more.bomb.${'named' | 'of_total'}`
  | `more.ad_break.${'automatic' | 'by'}`
  | `more.hype_train.${'progress' | 'top'}`
  | `more.poll.${'leads' | 'won' | 'draw' | 'nobody'}`
  | `more.prediction.${'points' | 'won'}`
  | `more.${
      | 'gifts_in_all'
      | 'title_before'
      | 'category_before'
      | 'title_and_category_before'
      | 'language_before'
      | 'language_change'
      | 'labels_before'
      | 'labels_change'
      | 'both'
      | 'bits'
      | 'channel_points'
      | 'shoutout_viewers'
      | 'choices'
      | 'followers'
      | 'goal'
      | 'charity'
      | 'by_moderator'
      | 'slow_mode'
      | 'follower_mode'}`;

/** Keys of the message catalog that the domain speaks in; the base key where a plural is chosen. */
export type MessageKey =
  | `tier.${'one' | 'two' | 'three' | 'prime'}`
  | `someone.${'viewer' | 'gifter' | 'cheerer' | 'moderator' | 'channel' | 'no_title' | 'no_category'}`
  | GoalKey
  | ChatModeKey
  | LabelKey
  | PublicKey
  | TogetherKey
  | ModerationKey
  | MoreKey;
