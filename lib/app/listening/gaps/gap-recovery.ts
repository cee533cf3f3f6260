import { startBackfill } from '@/lib/app/backfill/backfill';
import { sourcesFor } from '@/lib/app/backfill/sources';
import type { ChannelRecord } from '@/lib/db/database';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { StreamEvent } from '@/lib/domain/event/event';
import type { Log } from '@/lib/log';
import { type Clock, MINUTE } from '@/lib/time';
import { isFromPlannedSource, type Plan } from '@/lib/twitch/eventsub/subscriptions/plan';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import type { ChannelTracker } from '../channel/channel-tracker';
import type { Attendance } from './attendance';

/** Options of {@link createGapRecovery}. */
export interface GapRecoveryOptions {
  /** Returns the streamer by the latest known name. */
  streamer(): Streamer;
  /** The record of the streamer when listening starts. */
  known: ChannelRecord;
  /** Returns the latest plan. */
  plan(): Plan;
  channel: ChannelTracker;
  api: TwitchApi;
  attendance: Pick<Attendance, 'add' | 'connected' | 'backfillCompleted'>;
  clock: Clock;
  log: Log;
  events: GapRecoveryEvents;
}

/** The events of {@link GapRecovery}. */
export interface GapRecoveryEvents {
  /** Called with each event that the backfill finds. */
  record(event: StreamEvent): void;
  /** Called when Helix refuses the token, so that it has to be validated. */
  unauthorized(): void;
}

/** Backfills the gaps of one streamer. */
export interface GapRecovery {
  /** Ends the gap and starts its backfill. May be called several times in a row. */
  connected(): void;
  /** Stops the backfill. The next `connected` starts it again. */
  disconnected(): void;
  /**
   * Called when the streamer has another plan. `isReportedNow` is true if subscriptions report the
   * state of the channel from now on, which was looked up before.
   */
  planChanged(isReportedNow: boolean): void;
}

/** Where nothing else reports the state of a channel, it is looked up once a minute. */
const LOOKED_UP_WITHIN_MS = 2 * MINUTE;

/** Creates the gap recovery of one streamer, and adds the streamer to the attendance. */
export function createGapRecovery(options: GapRecoveryOptions): GapRecovery {
  const { streamer, known, plan, channel, api, attendance, clock, log, events } = options;
  /** `null` during a gap. */
  let stopBackfill: (() => void) | null = null;
  const sources = () => sourcesFor(plan());
  const attend = () => attendance.add(known, { keepsMissed: sources().length > 0 });

  function backfill(since: number | null): void {
    stopBackfill = startBackfill({
      sources: sources(),
      request: { streamer: streamer(), api, channel, clock, since },
      clock,
      log,
      resultReceived: (result) => {
        for (const event of result.events) {
          if (isFromPlannedSource(plan(), event)) events.record(event);
        }
        channel.applyBackfill(result);
      },
      unauthorized: events.unauthorized,
      completed: () => attendance.backfillCompleted(known.id),
    });
  }

  attend();
  return {
    connected: () => {
      if (stopBackfill === null) backfill(attendance.connected(known.id));
    },
    disconnected: () => {
      stopBackfill?.();
      stopBackfill = null;
    },
    planChanged: (isReportedNow) => {
      attend();
      if (!isReportedNow || stopBackfill === null) return;
      stopBackfill();
      backfill(clock.now() - LOOKED_UP_WITHIN_MS);
    },
  };
}
