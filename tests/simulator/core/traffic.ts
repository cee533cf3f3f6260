import { type Clock, isoTime } from './clock.ts';
import { hashToken } from './token-hash.ts';

/** Something that a client sent on a socket, which Twitch forbids. */
export interface InboundFrame {
  session_id: string;
  kind: 'text' | 'binary' | 'ping';
  data: string;
}

/** Counts of the clients' requests, and the frames that clients sent. */
export interface Traffic {
  countRequest(method: string, path: string): void;
  /** Counts a request that came with this token; only the token's hash is stored. */
  countToken(token: string): void;
  recordFrame(frame: InboundFrame): void;
  requests(): Record<string, number>;
  requestsByMethod(): Record<string, number>;
  /** Counts by method and path for each minute with a request, such as `2026-11-23T20:15`. */
  requestsByMinute(): Record<string, Record<string, number>>;
  /** Keys are token hashes. */
  requestsByToken(): Record<string, number>;
  inboundFrames(): readonly InboundFrame[];
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The length of a time in ISO 8601 without its seconds. */
const MINUTE_LENGTH = '2026-11-23T20:15'.length;

export function createTraffic(clock: Clock): Traffic {
  const byPath = new Map<string, number>();
  const byMethod = new Map<string, number>();
  const byMinute = new Map<string, Map<string, number>>();
  const byToken = new Map<string, number>();
  const frames: InboundFrame[] = [];

  return {
    countRequest(method, path) {
      increment(byPath, path);
      increment(byMethod, `${method} ${path}`);
      const minute = isoTime(clock.now()).slice(0, MINUTE_LENGTH);
      const counts = byMinute.get(minute) ?? new Map<string, number>();
      byMinute.set(minute, counts);
      increment(counts, `${method} ${path}`);
    },
    countToken: (token) => increment(byToken, hashToken(token)),
    recordFrame: (frame) => void frames.push(frame),
    requests: () => Object.fromEntries(byPath),
    requestsByMethod: () => Object.fromEntries(byMethod),
    requestsByMinute: () =>
      Object.fromEntries(
        [...byMinute].map(([minute, counts]) => [minute, Object.fromEntries(counts)]),
      ),
    requestsByToken: () => Object.fromEntries(byToken),
    inboundFrames: () => frames,
  };
}
