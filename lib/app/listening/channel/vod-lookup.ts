import type { ChannelState } from '@/lib/domain/channel/channel';
import type { Log } from '@/lib/log';
import { type Clock, isRecent, MINUTE } from '@/lib/time';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import type { Vod } from '@/lib/twitch/helix/vods';
import type { TakeTurn } from '../others/turns';
import { isLookupDue } from './recordings';

/** Twitch needs some minutes to list a VOD, and to list it in its whole length. */
const VOD_DELAY_MS = 5 * MINUTE;
/** The shortest time between two lookups that are due, so that one that fails is not repeated at once. */
const RETRY_MS = 10 * MINUTE;
/** What a viewer may want to go back to. Twitch returns that many with one request. */
const MOST_VODS = 30;

/** Options of {@link createVodLookup}. */
export interface VodLookupOptions {
  streamerId: string;
  api: Pick<TwitchApi, 'vods'>;
  clock: Clock;
  log: Log;
  /** Returns the state of the channel. */
  known(): ChannelState;
  /** Returns true if subscriptions report when the stream begins and ends. Others wait for a turn. */
  hasReports(): boolean;
  takeTurn: TakeTurn;
  /** Called with the latest VODs, newest first. Not called if Helix does not answer. */
  found(vods: readonly Vod[]): void;
}

/** Looks up the latest VODs of a channel. */
export interface VodLookup {
  /** Starts a lookup, and another one some minutes later if the broadcast has just ended. */
  channelOffline(hasJustEnded: boolean): void;
  /** Starts a lookup if a broadcast, which is not new, was not known before. */
  broadcastFound(): void;
  /** Starts a lookup if one is due, see {@link isLookupDue}. */
  check(): void;
  /** Stops every lookup, because a broadcast has started or listening has ended. */
  stop(): void;
}

/** Creates a lookup for one channel. It sends no request until it is called. */
export function createVodLookup(options: VodLookupOptions): VodLookup {
  const { streamerId, api, clock, log, known, hasReports, takeTurn, found } = options;
  let currentRequest = 0;
  let triedAt = Number.NEGATIVE_INFINITY;
  let stopTimer: (() => void) | undefined;
  let leaveTurn: (() => void) | undefined;

  async function lookUp(): Promise<void> {
    currentRequest += 1;
    const request = currentRequest;
    try {
      const vods = await api.vods(streamerId, MOST_VODS);
      if (request === currentRequest) found(vods);
    } catch (error) {
      log.warn('the latest VODs could not be looked up', error);
    }
  }

  function lookUpSoon(): void {
    triedAt = clock.now();
    leaveTurn?.();
    if (hasReports()) void lookUp();
    else leaveTurn = takeTurn(() => void lookUp());
  }

  function check(): void {
    const now = clock.now();
    if (!isRecent(triedAt, RETRY_MS, now) && isLookupDue(known(), now)) lookUpSoon();
  }

  return {
    channelOffline: (hasJustEnded) => {
      lookUpSoon();
      if (!hasJustEnded) return;
      stopTimer?.();
      stopTimer = clock.after(VOD_DELAY_MS, lookUpSoon);
    },
    broadcastFound: () => {
      const { live } = known();
      // It may go on after a short end, so that its recording seems to have ended.
      if (live !== null && !isRecent(live.startedAt, VOD_DELAY_MS, clock.now())) lookUpSoon();
      else check();
    },
    check,
    stop: () => {
      currentRequest += 1;
      triedAt = Number.NEGATIVE_INFINITY;
      stopTimer?.();
      leaveTurn?.();
    },
  };
}
