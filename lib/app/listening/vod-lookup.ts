import { vodUrl } from '@/lib/domain/channel/channel-page';
import type { Log } from '@/lib/log';
import { type Clock, MINUTE } from '@/lib/time';
import type { TwitchApi } from '@/lib/twitch/helix/api';

/** After the end of a stream Twitch needs a while until its recording is listed. */
const MADE_AFTER_MS = 5 * MINUTE;

/** What finding the latest recording of a channel needs, and whom it tells. */
export interface VodLookupOptions {
  streamerId: string;
  api: Pick<TwitchApi, 'vods'>;
  clock: Clock;
  log: Log;
  /** `null` when the channel keeps no recordings. Not called where Helix did not answer. */
  found(url: string | null): void;
}

/** Looks for the latest recording of a channel. */
export interface VodLookup {
  /** The channel is off the air; `hasJustEnded` when its stream was on until now. */
  offAir(hasJustEnded: boolean): void;
  /** A stream is on, or nobody wants to know any more. */
  stop(): void;
}

/** Makes a finder; it asks nothing before the first call. */
export function createVodLookup(options: VodLookupOptions): VodLookup {
  const { streamerId, api, clock, log, found } = options;
  let search = 0;
  let stopWaiting: (() => void) | undefined;

  async function find(): Promise<void> {
    search += 1;
    const mine = search;
    try {
      const [latest] = await api.vods(streamerId, 1);
      if (mine === search) found(latest === undefined ? null : vodUrl(latest.id));
    } catch (error) {
      log.warn('the latest recording could not be read', error);
    }
  }

  return {
    offAir: (hasJustEnded) => {
      void find();
      if (!hasJustEnded) return;
      stopWaiting?.();
      stopWaiting = clock.after(MADE_AFTER_MS, () => void find());
    },
    stop: () => {
      search += 1;
      stopWaiting?.();
    },
  };
}
