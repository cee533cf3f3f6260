import type { EventOf, StreamEvent } from '../event/event';
import type { KIND_GROUPS } from '../event/event-kind';
import type { Person } from '../event/user';
import { person, type Tellers, type Told, viewer } from './message';

function tellDrops(event: EventOf<'gifted_drops'>): Told {
  const { recipients } = event.detail;
  if (recipients === null) {
    return { message: 'event.gifted_drops.uncounted', params: { viewer: viewer(event) } };
  }
  return {
    message: 'event.gifted_drops.counted',
    count: recipients,
    params: { viewer: viewer(event), recipients },
  };
}

function tellRedemption(event: EventOf<'redemption'>): Told {
  const { rewardType, title } = event.detail;
  const params = { viewer: viewer(event) };
  if (rewardType === 'single_message_bypass_sub_mode') {
    return { message: 'event.redemption.sub_only', params };
  }
  if (title === '') return { message: 'event.redemption.unknown', params };
  if (rewardType === 'custom') {
    return { message: 'event.redemption.custom', params: { ...params, reward: title } };
  }
  return { message: 'event.redemption.emote', params: { ...params, emote: title } };
}

/** Follows in one sentence: `event` is the newest, and `followers` are all who followed. */
export function tellFollows(event: StreamEvent, followers: readonly Person[]): Told {
  const others = followers.length - 1;
  if (others === 0) return { message: 'event.follow', params: { viewer: viewer(event) } };
  return { message: 'event.follows', count: others, params: { viewer: viewer(event), others } };
}

/** How it is told what viewers and other channels do. */
export const COMMUNITY: Tellers<(typeof KIND_GROUPS.community)[number]> = {
  follow: (event) => ({ message: 'event.follow', params: { viewer: viewer(event) } }),
  watch_streak: (event) => ({
    message: 'event.watch_streak',
    count: event.detail.streams,
    params: { viewer: viewer(event), streams: event.detail.streams },
  }),
  modiversary: (event) => ({
    message: 'event.modiversary',
    count: event.detail.months,
    params: { viewer: viewer(event), months: event.detail.months },
  }),
  gifted_drops: tellDrops,
  announcement: (event) => ({
    message: 'event.announcement',
    params: { viewer: viewer(event, 'someone.moderator') },
  }),
  highlight: (event) => ({ message: 'event.highlight', params: { viewer: viewer(event) } }),
  redemption: tellRedemption,
  raid_in: (event) => ({
    message: 'event.raid_in',
    count: event.detail.viewers,
    params: { viewer: viewer(event, 'someone.channel'), viewers: event.detail.viewers },
  }),
  raid_out: (event) => ({
    message: 'event.raid_out',
    count: event.detail.viewers,
    params: {
      streamer: event.streamer_name,
      target: person(event.detail.target, 'someone.channel'),
      viewers: event.detail.viewers,
    },
  }),
  unraid: (event) => ({ message: 'event.unraid', params: { streamer: event.streamer_name } }),
  shoutout_given: (event) => ({
    message: 'event.shoutout_given',
    params: {
      viewer: viewer(event, 'someone.moderator'),
      target: person(event.detail.target, 'someone.channel'),
    },
  }),
  shoutout_received: (event) => ({
    message: 'event.shoutout_received',
    params: { viewer: viewer(event, 'someone.channel'), streamer: event.streamer_name },
  }),
};
