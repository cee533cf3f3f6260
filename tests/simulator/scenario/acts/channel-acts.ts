import { channelFollow } from '../../shapes/channel/follow.ts';
import { shoutoutCreate, shoutoutReceive } from '../../shapes/channel/shoutout.ts';
import { channelRaid, channelUpdate } from '../../shapes/channel/stream.ts';
import { moment } from '../../shapes/moments.ts';
import { OTHER_STREAMER, STREAMER } from '../../world/people/accounts.ts';
import { NEWCOMERS } from '../../world/people/audience.ts';
import { NEIGHBORS } from '../../world/people/neighbors.ts';
import type { Script } from '../script.ts';
import type { Act } from './act.ts';

/** Adds a follow at each of the given seconds; each newcomer follows once. */
export function follows(script: Script, seconds: readonly number[]): void {
  for (const [index, user] of script.random.shuffle(NEWCOMERS).entries()) {
    const second = seconds[index];
    if (second === undefined) return;
    const followed_at = moment(second);
    script.event(second, 'channel.follow', channelFollow({ user, followed_at }));
  }
}

export function shoutoutTo(index: number, viewer_count: number): Act {
  return ({ event }, seconds) => {
    const neighbor = NEIGHBORS[index];
    if (!neighbor) return;
    const started_at = moment(seconds);
    const shape = shoutoutCreate({ other: neighbor.person, viewer_count, started_at });
    event(seconds, 'channel.shoutout.create', shape);
  };
}

export function shoutoutFrom(index: number, viewer_count: number): Act {
  return ({ event }, seconds) => {
    const neighbor = NEIGHBORS[index];
    if (!neighbor) return;
    const started_at = moment(seconds);
    const shape = shoutoutReceive({ other: neighbor.person, viewer_count, started_at });
    event(seconds, 'channel.shoutout.receive', shape);
  };
}

export function raidOut(viewers: number): Act {
  return ({ event }, seconds) =>
    event(seconds, 'channel.raid', channelRaid({ from: STREAMER, to: OTHER_STREAMER, viewers }));
}

/** Changes title and category in Helix and sends the event. */
export function titleChange(part: { title: string; category: string }): Act {
  return ({ at, event }, seconds) => {
    at(seconds, { kind: 'channel', broadcasterId: STREAMER.id, change: part });
    event(seconds, 'channel.update', channelUpdate({ broadcaster: STREAMER, ...part }));
  };
}
