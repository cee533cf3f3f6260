import { type Clock, isRecent, SECOND } from '@/lib/time';

/** Keeps the requests for chat subscriptions within Twitch's limit. */
export interface JoinPace {
  /** Returns for how many milliseconds a type must not be requested; 0 if it may be. */
  delayOf(type: string): number;
  /** Called with the type of each request. */
  requested(type: string): void;
}

/**
 * Twitch joins the chat of a channel for every chat subscription, and allows a user so many joins in
 * a window of time: https://dev.twitch.tv/docs/chat/#rate-limits
 */
const MAX_JOINS = 20;
/** Twitch says 10 seconds, and counts a request when it arrives. */
const WINDOW_MS = 11 * SECOND;

/** Creates the pace of one user. It outlives the sessions, because Twitch counts across them. */
export function createJoinPace(clock: Pick<Clock, 'now'>): JoinPace {
  let joinedAt: number[] = [];
  return {
    delayOf: (type) => {
      if (!joinsChat(type)) return 0;
      const now = clock.now();
      joinedAt = joinedAt.filter((time) => isRecent(time, WINDOW_MS, now));
      const oldest = joinedAt.at(-MAX_JOINS);
      return oldest === undefined ? 0 : oldest + WINDOW_MS - now;
    },
    requested: (type) => {
      if (joinsChat(type)) joinedAt.push(clock.now());
    },
  };
}

/** Returns true for the types for which Twitch joins the chat of the channel. */
export function joinsChat(type: string): boolean {
  return type.startsWith('channel.chat.');
}
