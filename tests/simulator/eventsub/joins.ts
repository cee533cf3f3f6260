import type { Clock } from '../core/clock.ts';
import type { Timings } from '../core/timings.ts';

/** The joins of one user since the simulator started. */
export interface JoinCount {
  joined: number;
  refused: number;
  /** The most joins within one window. */
  most_in_window: number;
}

/**
 * The joins of chat rooms. Twitch lets a user join the room of a channel for each chat
 * subscription, and limits how fast: https://dev.twitch.tv/docs/chat/#rate-limits
 */
export interface Joins {
  /** Returns true, and counts a refusal if not, while the user may join another room. */
  mayJoin(userId: string): boolean;
  add(userId: string): void;
  /** Returns the counts by user id. */
  counts(): Record<string, JoinCount>;
}

/** Dependencies of createJoins. */
export interface JoinsOptions {
  clock: Clock;
  timings: Pick<Timings, 'joinWindowMs' | 'maxJoins'>;
}

const PREFIX = 'channel.chat.';

/**
 * Returns true for a type whose subscriptions join a chat room. A second type in the same room
 * counts as another join: Twitch does not say that it is free.
 */
export function joinsChat(type: string): boolean {
  return type.startsWith(PREFIX);
}

export function createJoins({ clock, timings }: JoinsOptions): Joins {
  const recent = new Map<string, number[]>();
  const counts = new Map<string, JoinCount>();

  /** Returns the times of the joins that still count. */
  function recentOf(userId: string): number[] {
    const since = clock.now() - timings.joinWindowMs;
    return (recent.get(userId) ?? []).filter((at) => at > since);
  }

  function countOf(userId: string): JoinCount {
    const count = counts.get(userId) ?? { joined: 0, refused: 0, most_in_window: 0 };
    counts.set(userId, count);
    return count;
  }

  return {
    mayJoin(userId) {
      const isAllowed = recentOf(userId).length < timings.maxJoins;
      if (!isAllowed) countOf(userId).refused += 1;
      return isAllowed;
    },
    add(userId) {
      const times = [...recentOf(userId), clock.now()];
      recent.set(userId, times);
      const count = countOf(userId);
      count.joined += 1;
      count.most_in_window = Math.max(count.most_in_window, times.length);
    },
    counts: () => Object.fromEntries(counts),
  };
}
