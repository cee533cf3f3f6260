/** Something a client sent on a socket, which Twitch forbids. */
export interface InboundFrame {
  session_id: string;
  kind: 'text' | 'binary' | 'ping';
  data: string;
}

/** A record of what clients asked for and sent. */
export interface Traffic {
  countRequest(method: string, path: string): void;
  /** A request came with a token; it is kept as `hash` only. */
  countToken(hash: string): void;
  recordFrame(frame: InboundFrame): void;
  requests(): Record<string, number>;
  requestsByMethod(): Record<string, number>;
  requestsByToken(): Record<string, number>;
  inboundFrames(): readonly InboundFrame[];
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

export function createTraffic(): Traffic {
  const byPath = new Map<string, number>();
  const byMethod = new Map<string, number>();
  const byToken = new Map<string, number>();
  const frames: InboundFrame[] = [];

  return {
    countRequest(method, path) {
      increment(byPath, path);
      increment(byMethod, `${method} ${path}`);
    },
    countToken: (hash) => increment(byToken, hash),
    recordFrame: (frame) => void frames.push(frame),
    requests: () => Object.fromEntries(byPath),
    requestsByMethod: () => Object.fromEntries(byMethod),
    requestsByToken: () => Object.fromEntries(byToken),
    inboundFrames: () => frames,
  };
}
