import { startBackfill } from '@/lib/app/backfill/backfill';
import { sourcesFor } from '@/lib/app/backfill/sources';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { StreamEvent } from '@/lib/domain/event/event';
import type { Log } from '@/lib/log';
import type { Clock } from '@/lib/time';
import { isFromPlannedSource, type Plan } from '@/lib/twitch/eventsub/subscriptions/plan';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import type { ChannelTracker } from '../channel/channel-tracker';
import type { Attendance } from './attendance';

/** Options of {@link createGapRecovery}. */
export interface GapRecoveryOptions {
  /** Returns the streamer by the latest known name. */
  streamer(): Streamer;
  /** Returns the latest plan. */
  plan(): Plan;
  channel: ChannelTracker;
  api: TwitchApi;
  attendance: Pick<Attendance, 'connected' | 'backfillCompleted'>;
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
}

/** Creates the gap recovery of one streamer, which the attendance knows. */
export function createGapRecovery(options: GapRecoveryOptions): GapRecovery {
  const { streamer, plan, channel, api, attendance, clock, log, events } = options;
  /** `null` during a gap. */
  let stopBackfill: (() => void) | null = null;

  return {
    connected: () => {
      if (stopBackfill !== null) return;
      const { id } = streamer();
      const since = attendance.connected(id);
      stopBackfill = startBackfill({
        sources: sourcesFor(plan()),
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
        completed: () => attendance.backfillCompleted(id),
      });
    },
    disconnected: () => {
      stopBackfill?.();
      stopBackfill = null;
    },
  };
}
