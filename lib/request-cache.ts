import { type Clock, isRecent } from './time';

/** Options of {@link createRequestCache}. */
export interface RequestCacheOptions {
  clock: Clock;
  /** The time for which a result is used again, in milliseconds. */
  maxAgeMs: number;
  /** The oldest results beyond this number are dropped. */
  maxEntries: number;
}

/** Returns the cached result for a key, or else the result of `request`. Throws what it throws. */
export type RequestCache<Result> = (key: string, request: () => Promise<Result>) => Promise<Result>;

interface Entry<Result> {
  result: Promise<Result>;
  requestedAt: number;
}

/**
 * Creates a cache for the results of requests. Calls with the same key share a running request.
 * A request that failed is not cached.
 */
export function createRequestCache<Result>(options: RequestCacheOptions): RequestCache<Result> {
  const { clock, maxAgeMs, maxEntries } = options;
  /** In order of request, the oldest first. */
  const entries = new Map<string, Entry<Result>>();

  return async (key, request) => {
    const cached = entries.get(key);
    if (cached !== undefined && isRecent(cached.requestedAt, maxAgeMs, clock.now())) {
      return await cached.result;
    }
    const entry = { result: request(), requestedAt: clock.now() };
    // A key that is set again would keep its old place in the order.
    entries.delete(key);
    entries.set(key, entry);
    const [oldest] = entries.keys();
    if (entries.size > maxEntries && oldest !== undefined) entries.delete(oldest);
    try {
      return await entry.result;
    } catch (error) {
      if (entries.get(key) === entry) entries.delete(key);
      throw error;
    }
  };
}
