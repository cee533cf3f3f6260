import type { Clock } from '../core/clock.ts';

/** The answer of the rate limit to one call. */
export interface Allowance {
  isAllowed: boolean;
  headers: Record<string, string>;
}

export interface RateLimit {
  /** Takes one point from the bucket with this key. */
  take(key: string): Allowance;
}

const CAPACITY = 800;
const POINTS_PER_MS = CAPACITY / 60_000;

/**
 * Creates Twitch's token bucket: 800 points per minute for each client id and user. See
 * https://dev.twitch.tv/docs/api/guide/#twitch-rate-limits
 */
export function createRateLimit(clock: Clock): RateLimit {
  const buckets = new Map<string, { points: number; at: number }>();

  function refill(key: string) {
    const now = clock.now();
    const bucket = buckets.get(key) ?? { points: CAPACITY, at: now };
    const points = Math.min(CAPACITY, bucket.points + (now - bucket.at) * POINTS_PER_MS);
    return { points, at: now };
  }

  return {
    take(key) {
      const bucket = refill(key);
      const isAllowed = bucket.points >= 1;
      if (isAllowed) bucket.points -= 1;
      buckets.set(key, bucket);
      const fullAt = bucket.at + (CAPACITY - bucket.points) / POINTS_PER_MS;
      const headers = {
        'Ratelimit-Limit': String(CAPACITY),
        'Ratelimit-Remaining': String(Math.floor(bucket.points)),
        'Ratelimit-Reset': String(Math.ceil(fullAt / 1_000)),
      };
      return { isAllowed, headers };
    },
  };
}
