import type { EventOf, StreamEvent } from '../event/event';
import type { KIND_GROUPS } from '../event/event-kind';
import type { User } from '../event/user';
import { countedMessage, type Describers, type Message, userParam, viewerParam } from './message';

function describeDrops(event: EventOf<'gifted_drops'>): Message {
  return countedMessage(
    'event.gifted_drops.counted',
    'event.gifted_drops.uncounted',
    { viewer: viewerParam(event) },
    { recipients: event.detail.recipients ?? 0 },
  );
}

/**
 * Ending of the rewards that unlock an emote. Others may have an emote that they only use:
 * https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/#channelchannel_points_automatic_reward_redemptionadd-v2
 */
const EMOTE_UNLOCK = '_sub_emote_unlock';

function describeRedemption(event: EventOf<'redemption'>): Message {
  const { rewardType, title } = event.detail;
  const params = { viewer: viewerParam(event) };
  if (rewardType === 'single_message_bypass_sub_mode') {
    return { message: 'event.redemption.sub_only', params };
  }
  if (title === '') return { message: 'event.redemption.unknown', params };
  if (rewardType === 'custom') {
    return { message: 'event.redemption.custom', params: { ...params, reward: title } };
  }
  return rewardType.endsWith(EMOTE_UNLOCK)
    ? { message: 'event.redemption.emote', params: { ...params, emote: title } }
    : { message: 'event.redemption.unknown', params };
}

/** Describes a group of follows. `event` is the newest one; `followers` are all users. */
export function describeFollows(event: StreamEvent, followers: readonly User[]): Message {
  const others = followers.length - 1;
  if (others === 0) return { message: 'event.follow', params: { viewer: viewerParam(event) } };
  return {
    message: 'event.follows',
    count: others,
    params: { viewer: viewerParam(event), others },
  };
}

/** Describers of the community kinds. */
export const COMMUNITY_DESCRIBERS: Describers<(typeof KIND_GROUPS.community)[number]> = {
  follow: (event) => ({ message: 'event.follow', params: { viewer: viewerParam(event) } }),
  watch_streak: (event) =>
    countedMessage(
      'event.watch_streak',
      'event.watch_streak.uncounted',
      { viewer: viewerParam(event) },
      { streams: event.detail.streams },
    ),
  modiversary: (event) =>
    countedMessage(
      'event.modiversary',
      'event.modiversary.uncounted',
      { viewer: viewerParam(event) },
      { months: event.detail.months },
    ),
  gifted_drops: describeDrops,
  announcement: (event) => ({
    message: 'event.announcement',
    params: { viewer: viewerParam(event, 'someone.moderator') },
  }),
  highlight: (event) => ({ message: 'event.highlight', params: { viewer: viewerParam(event) } }),
  redemption: describeRedemption,
  raid_in: (event) =>
    countedMessage(
      'event.raid_in',
      'event.raid_in.uncounted',
      { viewer: viewerParam(event, 'someone.channel') },
      { viewers: event.detail.viewers },
    ),
  raid_out: ({ streamer_name: streamer, detail: { viewers, target } }) =>
    countedMessage(
      'event.raid_out',
      'event.raid_out.uncounted',
      { streamer, target: userParam(target, 'someone.channel') },
      { viewers },
    ),
  unraid: (event) => ({ message: 'event.unraid', params: { streamer: event.streamer_name } }),
  shoutout_given: (event) => ({
    message: 'event.shoutout_given',
    params: {
      viewer: viewerParam(event, 'someone.moderator'),
      target: userParam(event.detail.target, 'someone.channel'),
    },
  }),
  shoutout_received: (event) => ({
    message: 'event.shoutout_received',
    params: { viewer: viewerParam(event, 'someone.channel'), streamer: event.streamer_name },
  }),
};
