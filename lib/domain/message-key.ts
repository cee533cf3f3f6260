/** Keys of the message catalog that the domain speaks in; the base key where a plural is chosen. */
export type MessageKey =
  | `tier.${'one' | 'two' | 'three' | 'prime'}`
  | `someone.${'viewer' | 'gifter' | 'cheerer' | 'moderator' | 'channel' | 'no_category'}`
  | `event.sub.${'tier' | 'prime'}`
  | `event.resub.${'plain' | 'streak'}`
  | `event.gift.${'plain' | 'months'}`
  | `event.community_gift.${'told' | 'unsized'}`
  | `event.pay_it_forward.${'community' | 'viewer'}`
  | `event.gifted_drops.${'counted' | 'uncounted'}`
  | `event.channel_update.${'title' | 'category' | 'language' | 'settings' | 'all'}`
  | `event.other.${'said' | 'unnamed'}`
  | `event.${
      | 'gift_upgrade'
      | 'prime_upgrade'
      | 'cheer'
      | 'bits_badge'
      | 'charity_donation'
      | 'watch_streak'
      | 'modiversary'
      | 'announcement'
      | 'raid_in'
      | 'raid_out'
      | 'unraid'
      | 'stream_online'
      | 'stream_offline'}`
  | `more.bomb.${'named' | 'of_total'}`
  | `more.${'gifts_in_all' | 'title_before' | 'category_before'}`;
