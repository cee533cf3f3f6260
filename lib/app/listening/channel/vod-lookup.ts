import { vodUrl } from '@/lib/domain/channel/channel-url';
import type { Log } from '@/lib/log';
import { type Clock, MINUTE } from '@/lib/time';
import type { TwitchApi } from '@/lib/twitch/helix/api';

/** Twitch lists the VOD of a broadcast some minutes after its end. */
const VOD_DELAY_MS = 5 * MINUTE;

/** Options of {@link createVodLookup}. */
export interface VodLookupOptions {
  streamerId: string;
  api: Pick<TwitchApi, 'vods'>;
  clock: Clock;
  log: Log;
  /** Called with `null` if the channel has no VODs. Not called if Helix does not answer. */
  found(url: string | null): void;
}

/** Looks up the latest VOD of a channel. */
export interface VodLookup {
  /** Starts a lookup, and another one some minutes later if the broadcast has just ended. */
  channelOffline(hasJustEnded: boolean): void;
  /** Stops every lookup, because a broadcast has started or listening has ended. */
  stop(): void;
}

/** Creates a lookup for one channel. It sends no request until it is called. */
export function createVodLookup(options: VodLookupOptions): VodLookup {
  const { streamerId, api, clock, log, found } = options;
  let currentRequest = 0;
  let stopTimer: (() => void) | undefined;

  async function lookUp(): Promise<void> {
    currentRequest += 1;
    const request = currentRequest;
    try {
      const [latest] = await api.vods(streamerId, 1);
      if (request === currentRequest) found(latest === undefined ? null : vodUrl(latest.id));
    } catch (error) {
      log.warn('the latest VOD could not be looked up', error);
    }
  }

  return {
    channelOffline: (hasJustEnded) => {
      void lookUp();
      if (!hasJustEnded) return;
      stopTimer?.();
      stopTimer = clock.after(VOD_DELAY_MS, () => void lookUp());
    },
    stop: () => {
      currentRequest += 1;
      stopTimer?.();
    },
  };
}
