import { startBackfill } from '@/lib/app/backfill/backfill';
import { sourcesFor } from '@/lib/app/backfill/sources';
import type { ChannelRecord, Database } from '@/lib/db/database';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { StreamEvent } from '@/lib/domain/event/event';
import type { GapReason } from '@/lib/domain/history/gap';
import type { Log } from '@/lib/log';
import type { SerialQueue } from '@/lib/serial-queue';
import type { Clock } from '@/lib/time';
import { isFromPlannedSource, type Plan } from '@/lib/twitch/eventsub/subscriptions/plan';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import type { ChannelTracker } from '../channel/channel-tracker';
import { createGapTracker, type GapTracker } from './gap-tracker';

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
  db: Database;
  writes: SerialQueue;
  clock: Clock;
  log: Log;
  events: GapRecoveryEvents;
}

/** The events of {@link GapRecovery}. */
export interface GapRecoveryEvents {
  /** Called with each event that the backfill finds. */
  record(event: StreamEvent): void;
  /**
   * Returns the arrival time of the oldest event that is not yet in the database, in milliseconds
   * since 1970; `null` if all are.
   */
  unwrittenSince(): number | null;
  /** Called when a gap has been stored. */
  gapRecorded(): void;
  /** Called when Helix refuses the token, so that it has to be validated. */
  unauthorized(): void;
}

/** Records the gaps of one streamer and backfills them. */
export interface GapRecovery {
  /** Ends the gap and starts its backfill. */
  connected(): void;
  /** Starts a gap and stops the backfill. */
  disconnected(): void;
  /** `sentAt` is in milliseconds since 1970. */
  frameReceived(sentAt: number): void;
  /** Starts a gap with this reason and stops the backfill. */
  stop(reason: GapReason): void;
}

/** Creates the gap recovery of one streamer. The first gap ends with the first `connected`. */
export function createGapRecovery(options: GapRecoveryOptions): GapRecovery {
  const { streamer, plan, channel, api, clock, log, events } = options;
  let stopBackfill: (() => void) | null = null;

  const gaps: GapTracker = createGapTracker({
    db: options.db,
    clock,
    writes: options.writes,
    known: options.known,
    unwrittenSince: events.unwrittenSince,
    gapRecorded: events.gapRecorded,
    startBackfill: (since) => {
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
        completed: gaps.backfillCompleted,
      });
    },
  });

  return {
    connected: gaps.listeningStarted,
    disconnected: () => {
      gaps.connectionLost();
      stopBackfill?.();
    },
    frameReceived: gaps.frameReceived,
    stop: (reason) => {
      stopBackfill?.();
      gaps.stop(reason);
    },
  };
}
