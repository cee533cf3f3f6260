import { MODERATOR } from '../people/accounts.ts';
import { NEWCOMERS } from '../people/audience.ts';
import { NEIGHBOURS } from '../people/neighbours.ts';
import { channelBan } from '../shapes/ban.ts';
import { chatClearUserMessages } from '../shapes/chat-clearing.ts';
import { channelFollow } from '../shapes/follow.ts';
import { channelModerate } from '../shapes/moderate.ts';
import { moment } from '../shapes/moments.ts';
import { shoutoutCreate, shoutoutReceive } from '../shapes/shoutout.ts';
import type { Act } from './acts.ts';
import type { Stage } from './stage.ts';

/** Everybody who follows on an evening, each once, at the given seconds. */
export function follows(stage: Stage, seconds: readonly number[]): void {
  for (const [index, user] of stage.random.shuffle(NEWCOMERS).entries()) {
    const second = seconds[index];
    if (second === undefined) return;
    const followed_at = moment(second);
    stage.event(second, 'channel.follow', channelFollow({ user, followed_at }));
  }
}

export function shoutoutTo(index: number, viewer_count: number): Act {
  return ({ event }, seconds) => {
    const neighbour = NEIGHBOURS[index];
    if (!neighbour) return;
    const started_at = moment(seconds);
    const shape = shoutoutCreate({ other: neighbour.person, viewer_count, started_at });
    event(seconds, 'channel.shoutout.create', shape);
  };
}

export function shoutoutFrom(index: number, viewer_count: number): Act {
  return ({ event }, seconds) => {
    const neighbour = NEIGHBOURS[index];
    if (!neighbour) return;
    const started_at = moment(seconds);
    const shape = shoutoutReceive({ other: neighbour.person, viewer_count, started_at });
    event(seconds, 'channel.shoutout.receive', shape);
  };
}

/** A timeout of ten minutes: chat, the team and the streamer each hear of it in their own way. */
export const timeOut: Act = ({ event, nextViewer }, seconds) => {
  const [user, ends_at] = [nextViewer(), moment(seconds + 600)];
  const reason = 'spoilers';
  event(seconds, 'channel.chat.clear_user_messages', chatClearUserMessages({ target: user }));
  event(
    seconds + 0.2,
    'channel.moderate',
    channelModerate({
      moderator: MODERATOR,
      action: 'timeout',
      user,
      details: { reason, expires_at: ends_at },
    }),
  );
  const banned_at = moment(seconds);
  event(seconds + 0.4, 'channel.ban', channelBan({ user, reason, banned_at, ends_at }));
};
