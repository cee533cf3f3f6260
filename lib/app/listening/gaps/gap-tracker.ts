import { markBackfilled, storeListenedUntil } from '@/lib/db/channels';
import type { ChannelRecord, Database } from '@/lib/db/database';
import { recordGap } from '@/lib/db/history/gaps';
import type { Gap, GapReason } from '@/lib/domain/history/gap';
import type { SerialQueue } from '@/lib/serial-queue';
import { type Clock, MINUTE, SECOND } from '@/lib/time';

/** Options of {@link createGapTracker}. */
export interface GapTrackerOptions {
  db: Database;
  clock: Clock;
  writes: Pick<SerialQueue, 'enqueue'>;
  /** The record of the streamer when listening starts. */
  known: ChannelRecord;
  /**
   * Returns the arrival time of the oldest event that is not yet in the database, in milliseconds
   * since 1970; `null` if all are.
   */
  unwrittenSince(): number | null;
  /**
   * Called each time listening starts. `since` is the start of the oldest gap that is not yet
   * backfilled, in milliseconds since 1970; `null` if there is none.
   */
  startBackfill(since: number | null): void;
  /** Called when a gap has been stored. */
  gapRecorded(): void;
}

/** Records the gaps of one streamer. */
export interface GapTracker {
  /** Called for every frame. `sentAt` is in milliseconds since 1970. */
  frameReceived(sentAt: number): void;
  /** Called when every planned subscription has an answer. Ends the gap. */
  listeningStarted(): void;
  /** Called when the connection is lost or cannot be made. Starts a gap if there is none. */
  connectionLost(): void;
  /** Called when listening ends on purpose. Starts a gap with this reason. */
  stop(reason: GapReason): void;
  /** Called when every gap so far has been backfilled. */
  backfillCompleted(): void;
}

/**
 * An event arrives some moments after the time that Twitch gives it, and Twitch's clock differs
 * from this computer's. So of the last moments before a gap, events may be missing.
 */
export const IN_FLIGHT_MS = 10 * SECOND;
/** A worker that is killed loses at most this much of the time in which it listened. */
const STORE_EVERY_MS = 10 * SECOND;
/**
 * A running worker detects a dead connection within seconds, because keepalives are missing. If it
 * took longer than this, the computer was asleep.
 */
const DETECTED_WITHIN_MS = MINUTE;

/** A period without a gap. Times are in milliseconds since 1970. */
interface ListeningPeriod {
  readonly lastFrameAt: number;
  frameReceived(sentAt: number): void;
  /** Returns the time until which all events are certain to be received and stored. */
  completeUntil(): number;
}

function startPeriod(
  now: number,
  unwrittenSince: GapTrackerOptions['unwrittenSince'],
): ListeningPeriod {
  let startedAt = now;
  let lastFrameAt = now;
  return {
    get lastFrameAt() {
      return lastFrameAt;
    },
    frameReceived: (sentAt) => {
      lastFrameAt = sentAt;
      // If the clock was set back, all earlier times are in the future.
      if (startedAt - sentAt > IN_FLIGHT_MS) startedAt = sentAt - IN_FLIGHT_MS;
    },
    completeUntil: () => {
      const stored = Math.min(lastFrameAt, unwrittenSince() ?? lastFrameAt);
      return Math.max(startedAt, stored - IN_FLIGHT_MS);
    },
  };
}

/** Returns functions that add the writes of a gap tracker to the queue. */
function createGapWrites(
  streamerId: string,
  { db, writes, gapRecorded }: Pick<GapTrackerOptions, 'db' | 'writes' | 'gapRecorded'>,
) {
  return {
    storeProgress: (until: number, stopReason?: GapReason) =>
      writes.enqueue('storing until when events are complete', () =>
        storeListenedUntil(db, streamerId, until, stopReason),
      ),
    storeGap: (gap: Gap) =>
      writes.enqueue('storing a gap', async () => {
        await recordGap(db, gap);
        gapRecorded();
      }),
    storeBackfillCompleted: () =>
      writes.enqueue('storing that the backfill is complete', () => markBackfilled(db, streamerId)),
  };
}

/**
 * Creates the gap tracker of one streamer. Every interruption is a gap, however short: Twitch does
 * not send the events of a session that has ended to the next one. A session reconnect is not a
 * gap, because the session continues.
 * See docs/adr/0009-gaps-and-backfill.md
 */
export function createGapTracker(options: GapTrackerOptions): GapTracker {
  const { db, clock, writes, known, unwrittenSince, gapRecorded } = options;
  const gapWrites = createGapWrites(known.id, { db, writes, gapRecorded });
  /** All events until then are received and stored. */
  let completeUntil = known.heard_at ?? null;
  let missedSince = known.missed_since ?? null;
  let gapReason: GapReason = known.paused_for ?? 'not_running';
  /** `null` during a gap. */
  let period: ListeningPeriod | null = null;
  let storedAt = 0;

  function storeProgress(stopReason?: GapReason): void {
    if (period !== null) {
      completeUntil = period.completeUntil();
      storedAt = period.lastFrameAt;
    }
    if (completeUntil !== null) gapWrites.storeProgress(completeUntil, stopReason);
  }

  function storeGap(from: number, until: number): void {
    missedSince ??= Math.min(from, until);
    gapWrites.storeGap({ streamer_id: known.id, from, until, reason: gapReason });
  }

  return {
    frameReceived: (sentAt) => {
      if (period === null) return;
      period.frameReceived(sentAt);
      if (Math.abs(sentAt - storedAt) >= STORE_EVERY_MS) storeProgress();
    },
    listeningStarted: () => {
      if (period !== null) return;
      const now = clock.now();
      period = startPeriod(now, unwrittenSince);
      storedAt = now;
      if (completeUntil === null) storeProgress();
      else storeGap(completeUntil, now);
      options.startBackfill(missedSince);
    },
    connectionLost: () => {
      if (period === null) return;
      const silentMs = clock.now() - period.lastFrameAt;
      gapReason = silentMs > DETECTED_WITHIN_MS ? 'not_running' : 'disconnected';
      storeProgress();
      period = null;
    },
    stop: (reason) => {
      // A restart of the listener is not the reason of a gap that had already started.
      storeProgress(period !== null || reason !== 'disconnected' ? reason : gapReason);
      period = null;
    },
    backfillCompleted: () => {
      if (missedSince === null) return;
      missedSince = null;
      gapWrites.storeBackfillCompleted();
    },
  };
}
